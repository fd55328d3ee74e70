import { SectionHeading } from '@/components/layout/section-heading.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import styles from './insights.module.css';
import type { InsightsDto, TopicInsightDto } from './topic-insights.dto.ts';
import { formatArticles, formatReaders } from './topic-words.ts';

type Gaps = Pick<InsightsDto, 'days' | 'notCovered' | 'notFollowed'>;

/** The two ways in which what readers ask and what the paper brings are apart, each with its definition. */
export function InsightsLists({ days, notCovered, notFollowed }: Gaps) {
  return (
    <div className={styles.lists}>
      <GapList
        title="Followed and not covered"
        definition={`Ten followers or more, and no article in the last ${days} days. The most followed first.`}
        topics={notCovered}
        none={`Every topic with ten followers or more had an article in the last ${days} days.`}
        figure={(topic) => `${formatReaders(topic.followerCount)} followers`}
      />
      <GapList
        title="Covered and not followed"
        definition={`Articles in the last ${days} days, and under 10 followers. The most covered first.`}
        topics={notFollowed}
        none={`Every topic with an article in the last ${days} days has ten followers or more.`}
        figure={(topic) => formatArticles(topic.articleCount)}
      />
    </div>
  );
}

function GapList(props: {
  title: string;
  definition: string;
  topics: TopicInsightDto[];
  none: string;
  figure: (topic: TopicInsightDto) => string;
}) {
  return (
    <section>
      <SectionHeading title={props.title} />
      <p className={styles.definition}>{props.definition}</p>
      {props.topics.length > 0 ? (
        <ol className={styles.list}>
          {props.topics.map((topic) => (
            <li key={topic.slug} className={styles.item}>
              <SiteLink href={`/admin/topics/${topic.slug}`}>{topic.name}</SiteLink>
              <span className={styles.figure}>{props.figure(topic)}</span>
            </li>
          ))}
        </ol>
      ) : (
        <p>{props.none}</p>
      )}
    </section>
  );
}
