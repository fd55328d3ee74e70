import { AdminTable } from '@/components/layout/admin-shell.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { type SortColumn, SortHead } from './sort-head.tsx';
import type { TopicInsightDto } from './topic-insights.dto.ts';
import styles from './topic-table.module.css';
import { formatCount, formatReaders, KIND_NAMES } from './topic-words.ts';

export interface InsightsTableProps {
  caption: string;
  topics: TopicInsightDto[];
  /** What the table is sorted by, with `-` before it downwards. */
  sort: string;
  sortedHref: (sort: string) => string;
}

const NAME: SortColumn = { sort: 'name', name: 'Name' };
const FIGURES: SortColumn[] = [
  { sort: 'followers', name: 'Followers', isNumeric: true, isDescendingFirst: true },
  { sort: 'newFollowers', name: 'New followers', isNumeric: true, isDescendingFirst: true },
  { sort: 'readers', name: 'Readers', isNumeric: true, isDescendingFirst: true },
  { sort: 'articles', name: 'Articles', isNumeric: true, isDescendingFirst: true },
];

/** Demand and coverage of topics in figures; on a phone each is a block of its own. */
export function InsightsTable({ caption, topics, sort, sortedHref }: InsightsTableProps) {
  const head = (column: SortColumn) => (
    <SortHead key={column.sort} {...{ column, sortedHref }} current={sort || 'name'} />
  );
  return (
    <div className={styles.rows}>
      <AdminTable caption={caption}>
        <thead>
          <tr>
            {head(NAME)}
            <th scope="col">Kind</th>
            {FIGURES.map(head)}
          </tr>
        </thead>
        <tbody>
          {topics.map((topic) => (
            <InsightsRow key={topic.slug} topic={topic} />
          ))}
        </tbody>
      </AdminTable>
    </div>
  );
}

function InsightsRow({ topic }: { topic: TopicInsightDto }) {
  return (
    <tr>
      <th scope="row">
        <SiteLink className={styles.name} href={`/admin/topics/${topic.slug}`}>
          {topic.name}
        </SiteLink>
      </th>
      <td>{KIND_NAMES[topic.kind]}</td>
      <td data-label="Followers" data-numeric>
        {formatReaders(topic.followerCount)}
      </td>
      <td data-label="New followers" data-numeric>
        {formatReaders(topic.newFollowerCount)}
      </td>
      <td data-label="Readers" data-numeric>
        {formatReaders(topic.readerCount)}
      </td>
      <td data-label="Articles" data-numeric>
        {formatCount(topic.articleCount)}
      </td>
    </tr>
  );
}
