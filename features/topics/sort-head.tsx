import { SiteLink } from '@/components/ui/site-link.tsx';
import styles from './topic-table.module.css';

export type SortColumn = { sort: string; name: string; isNumeric?: boolean; isDescendingFirst?: boolean };

export interface SortHeadProps {
  column: SortColumn;
  /** What the table is sorted by, with `-` before it downwards. */
  current: string;
  /** The address of this table sorted otherwise. */
  sortedHref: (sort: string) => string;
}

/** The head of a column, a link that sorts by it; by the column sorted already, the other way round. */
export function SortHead({ column, current, sortedHref }: SortHeadProps) {
  const { sort, name, isNumeric, isDescendingFirst } = column;
  const isCurrent = current === sort || current === `-${sort}`;
  const isDescending = current.startsWith('-');
  const next = isCurrent ? !isDescending : isDescendingFirst;
  return (
    <th
      scope="col"
      data-numeric={isNumeric}
      aria-sort={isCurrent ? (isDescending ? 'descending' : 'ascending') : undefined}
    >
      <SiteLink
        className={styles.sort}
        data-current={isCurrent || undefined}
        href={sortedHref(next ? `-${sort}` : sort)}
      >
        {name}
        <span aria-hidden="true">{isCurrent ? (isDescending ? ' ↓' : ' ↑') : ''}</span>
      </SiteLink>
    </th>
  );
}
