import { AdminTable } from '@/components/layout/admin-shell.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { Timestamp } from '@/components/ui/timestamp.tsx';
import { type SortColumn, SortHead } from './sort-head.tsx';
import type { TopicTableQuery, TopicTableRowDto } from './topic-table.dto.ts';
import styles from './topic-table.module.css';
import { formatCount, KIND_NAMES } from './topic-words.ts';

const NAME: SortColumn = { sort: 'name', name: 'Name' };
const FIGURES: SortColumn[] = [
  { sort: 'followers', name: 'Followers', isNumeric: true, isDescendingFirst: true },
  { sort: 'newFollowers', name: 'New in 28 days', isNumeric: true, isDescendingFirst: true },
  { sort: 'articles', name: 'Articles', isNumeric: true, isDescendingFirst: true },
  { sort: 'lastUsed', name: 'Last used', isDescendingFirst: true },
];

export interface TopicTableProps {
  caption: string;
  topics: TopicTableRowDto[];
  query: TopicTableQuery;
  /** The address of this table sorted otherwise. */
  sortedHref: (sort: string) => string;
}

/** The editors' table of topics; on a phone each is a block of its own. */
export function TopicTable({ caption, topics, query, sortedHref }: TopicTableProps) {
  const current = query.sort || (query.q ? 'match' : 'name');
  const head = (column: SortColumn) => <SortHead key={column.sort} {...{ column, current, sortedHref }} />;
  return (
    <div className={styles.rows}>
      <AdminTable caption={caption}>
        <thead>
          <tr>
            {head(NAME)}
            <th scope="col">Kind</th>
            <th scope="col">Under</th>
            {FIGURES.map(head)}
          </tr>
        </thead>
        <tbody>
          {topics.map((topic) => (
            <TopicTableRow key={topic.slug} topic={topic} />
          ))}
        </tbody>
      </AdminTable>
    </div>
  );
}

function TopicTableRow({ topic }: { topic: TopicTableRowDto }) {
  const { slug, parent, mergedInto } = topic;
  return (
    <tr>
      <th scope="row">
        <SiteLink className={styles.name} href={`/admin/topics/${mergedInto?.slug ?? slug}`}>
          {topic.name}
        </SiteLink>
        {topic.isRetired ? <span className={styles.note}> retired</span> : null}
        {mergedInto ? <span className={styles.note}> merged into {mergedInto.name}</span> : null}
        <span className={styles.slug}>{slug}</span>
      </th>
      <td>{KIND_NAMES[topic.kind]}</td>
      <td data-label="in">
        {parent ? <SiteLink href={`/admin/topics?parent=${parent.slug}`}>{parent.name}</SiteLink> : '–'}
      </td>
      <td data-label="Followers" data-numeric>
        {formatCount(topic.followerCount)}
      </td>
      <td data-label="New in 28 days" data-numeric>
        {formatCount(topic.newFollowerCount)}
      </td>
      <td data-label="Articles" data-numeric>
        {formatCount(topic.articleCount)}
      </td>
      <td data-label="Last used">{topic.lastUsedAt ? <Timestamp at={topic.lastUsedAt} /> : 'Never'}</td>
    </tr>
  );
}
