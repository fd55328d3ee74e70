import { permanentRedirect } from 'next/navigation';
import { ArticleRiver } from '@/components/feed/article-river.tsx';
import { CoverageChart } from '@/components/feed/coverage-chart.tsx';
import { EmptyState } from '@/components/feed/empty-state.tsx';
import { FeedLayout } from '@/components/feed/feed-layout.tsx';
import { TopicRow, TopicRows } from '@/components/feed/topic-row.tsx';
import { FeedLink } from '@/components/layout/feed-link.tsx';
import { Page } from '@/components/layout/page.tsx';
import { PageHeading } from '@/components/layout/page-heading.tsx';
import { SectionHeading } from '@/components/layout/section-heading.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import type { ArticleListPage } from '@/features/articles/articles.service.ts';
import type { Coverage } from '@/features/articles/coverage.service.ts';
import { FollowButton } from '@/features/follows/follow-button.tsx';
import type { TopicPage } from '@/features/topics/topics.service.ts';
import styles from './topic-view.module.css';

const KIND_NAMES = {
  section: 'Section',
  topic: 'Topic',
  person: 'Person',
  organization: 'Organization',
  place: 'Place',
  author: 'Author',
};

type Props = {
  slug: string;
  page: TopicPage & ArticleListPage;
  /** How much was published; only the first page shows it. */
  coverage?: Coverage | null;
};

/** A topic's page: its articles from some place on, and what lies within or beside it. */
export function TopicView({ slug, page, coverage = null }: Props) {
  const { topic, successor, family, articles, next } = page;
  // An author's topic lives on the author's page; a topic's old address leads to its present one.
  if (topic.kind === 'author') permanentRedirect(`/author/${topic.slug}`);
  if (topic.slug !== slug) permanentRedirect(`/topic/${topic.slug}`);
  return (
    <Page>
      <PageHeading
        title={topic.name}
        kicker={KIND_NAMES[topic.kind]}
        description={topic.description}
        parents={family.ancestors.map((parent) => ({ href: `/topic/${parent.slug}`, name: parent.name }))}
        actions={
          <>
            {topic.isRetired ? null : (
              <FollowButton slug={topic.slug} topicName={topic.name} label="action" />
            )}
            <FeedLink href={`/topic/${topic.slug}/feed.xml`} name={topic.name} />
          </>
        }
      />
      {topic.isRetired ? (
        <div className={styles.retired}>
          <Notice
            title="This topic is retired"
            actions={successor && <FollowButton slug={successor.slug} topicName={successor.name} />}
          >
            No new articles are filed under it.
            {successor ? (
              <>
                {' In its place there is '}
                <SiteLink href={`/topic/${successor.slug}`}>{successor.name}</SiteLink>.
              </>
            ) : null}
          </Notice>
        </div>
      ) : null}
      <FeedLayout
        aside={
          <>
            <Relatives page={page} />
            {coverage ? <CoverageChart {...coverage} /> : null}
          </>
        }
      >
        {articles.length > 0 ? (
          <ArticleRiver
            articles={articles}
            label={`Articles on ${topic.name}`}
            olderHref={next && `/topic/${topic.slug}/before/${next}`}
            hasSection={topic.kind !== 'section'}
          />
        ) : (
          <EmptyState title="No articles yet">
            {topic.isRetired ? null : <p>Follow {topic.name} and the first one will be in Following.</p>}
          </EmptyState>
        )}
      </FeedLayout>
    </Page>
  );
}

/** What lies within the topic (whoever follows it gets that too), or beside it where nothing does. */
function Relatives({ page: { topic, family } }: { page: TopicPage }) {
  const parent = family.ancestors.at(-1);
  const [title, { topics, isWhole }] =
    family.children.topics.length > 0
      ? ([`Within ${topic.name}`, family.children] as const)
      : ([`Also in ${parent?.name}`, family.siblings] as const);
  if (topics.length === 0) return null;
  return (
    <section aria-labelledby="relatives">
      <SectionHeading title={title} id="relatives" />
      <TopicRows isSingle>
        {topics.map(({ slug, name, articleCount }) => (
          <TopicRow
            key={slug}
            slug={slug}
            name={name}
            articleCount={articleCount}
            action={<FollowButton slug={slug} topicName={name} label="action" />}
          />
        ))}
      </TopicRows>
      {isWhole ? null : (
        <p>
          These have the most articles. <SiteLink href="/search">Search for another topic</SiteLink>
        </p>
      )}
    </section>
  );
}
