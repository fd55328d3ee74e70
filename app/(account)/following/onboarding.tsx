import { cachedDirectory } from '@/app/_server/cached.ts';
import { TopicRow, TopicRows } from '@/components/feed/topic-row.tsx';
import { Page } from '@/components/layout/page.tsx';
import { PageHeading } from '@/components/layout/page-heading.tsx';
import { SectionHeading } from '@/components/layout/section-heading.tsx';
import { buttonClass } from '@/components/ui/button.tsx';
import { FollowButton } from '@/features/follows/follow-button.tsx';
import { inPaperOrder } from '@/features/topics/paper-order.ts';
import styles from './onboarding.module.css';

/** How many topics of a group are offered: the ones with the most articles. */
const PER_GROUP = 6;

/** Following for a reader who follows nothing yet: topics to begin with, in groups. */
export async function Onboarding() {
  const topics = await cachedDirectory();
  const groups = inPaperOrder(topics.filter((topic) => topic.parentSlug === null));
  return (
    <Page>
      <PageHeading
        title="Following"
        description="You follow nothing yet. Choose a few topics, and their articles are here at once: those out already and every new one."
        actions={
          // A plain link: the page is made anew with what was chosen.
          <a className={buttonClass('solid')} href="/following">
            Show my feed
          </a>
        }
      />
      {groups.map((group) => (
        <section key={group.slug} className={styles.group} aria-labelledby={`group-${group.slug}`}>
          <SectionHeading title={group.name} id={`group-${group.slug}`} />
          <TopicRows>
            {[
              group,
              ...busiest(topics.filter((topic) => topic.groupSlug === group.slug && topic !== group)),
            ].map((topic) => (
              <TopicRow
                key={topic.slug}
                slug={topic.slug}
                name={topic === group ? `All of ${topic.name}` : topic.name}
                description={topic.description}
                articleCount={topic.articleCount}
                action={<FollowButton slug={topic.slug} topicName={topic.name} label="action" />}
              />
            ))}
          </TopicRows>
        </section>
      ))}
    </Page>
  );
}

function busiest<T extends { articleCount: number }>(topics: T[]): T[] {
  return topics.toSorted((a, b) => b.articleCount - a.articleCount).slice(0, PER_GROUP);
}
