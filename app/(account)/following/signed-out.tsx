import { cachedDirectory, cachedFrontPage } from '@/app/_server/cached.ts';
import { ArticleCard } from '@/components/feed/article-card.tsx';
import { ArticleList, ArticleListItem } from '@/components/feed/article-list.tsx';
import { Page } from '@/components/layout/page.tsx';
import { PageHeading } from '@/components/layout/page-heading.tsx';
import { SectionHeading } from '@/components/layout/section-heading.tsx';
import { buttonClass } from '@/components/ui/button.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { GuestFollowing } from './guest-following-island.tsx';
import styles from './signed-out.module.css';

const SAMPLE_SIZE = 4;

/**
 * Following without an account: what this browser keeps, and without JavaScript, which keeps nothing,
 * what Following is and what it would look like today. `topic` narrows it to one.
 */
export async function SignedOut({ topic }: { topic: string | null }) {
  return (
    <GuestFollowing topics={(await cachedDirectory()).topics} topic={topic}>
      <Sample />
    </GuestFollowing>
  );
}

async function Sample() {
  const front = await cachedFrontPage();
  const newest = front ? [front.lead, ...front.seconds, ...front.latest] : [];
  const sample = newest.toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt)).slice(0, SAMPLE_SIZE);
  return (
    <Page width="text">
      <PageHeading
        title="Following"
        description="A page of your own: the articles on the topics and authors you follow, and nothing else, each saying why it is there. An e-mail address is enough; no password, no tracking."
        actions={
          <>
            <a className={buttonClass('solid')} href="/signin?returnTo=/following">
              Sign in
            </a>
            <SiteLink className={buttonClass('outline')} href="/topics">
              All topics
            </SiteLink>
          </>
        }
      />
      {sample.length > 0 ? (
        <section className={styles.sample} aria-labelledby="sample">
          <SectionHeading title="What it shows someone with these topics" id="sample" />
          <ArticleList>
            {sample.map((article) => (
              <ArticleListItem key={article.slug}>
                <ArticleCard article={article} variant="river" reasons={article.topics.slice(0, 2)} />
              </ArticleListItem>
            ))}
          </ArticleList>
        </section>
      ) : null}
    </Page>
  );
}
