import { Button, buttonClass } from '@/components/ui/button.tsx';
import { SelectField } from '@/components/ui/select-field.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { TextField } from '@/components/ui/text-field.tsx';
import type { TopicTableQuery } from './topic-table.dto.ts';
import styles from './topic-table.module.css';
import { KIND_NAMES } from './topic-words.ts';

const choices = (names: Record<string, string>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

const KINDS = choices({ '': 'Any', ...KIND_NAMES });
const STATES = choices({
  '': 'All but merged',
  active: 'In use',
  retired: 'Retired',
  merged: 'Merged',
});
const SORTS = choices({
  '': 'Name',
  '-name': 'Name, from the end',
  '-followers': 'Most followers',
  followers: 'Fewest followers',
  '-newFollowers': 'Most new followers',
  newFollowers: 'Fewest new followers',
  '-articles': 'Most articles',
  articles: 'Fewest articles',
  '-lastUsed': 'Last used',
  lastUsed: 'Longest unused',
});

/** Search, filters and order of the editors' table. A plain form: all of it is in the address. */
export function TopicFilters({ query, error }: { query: TopicTableQuery; error: string | undefined }) {
  // A new form for another query: its fields begin with what that one says.
  return (
    <form key={JSON.stringify(query)} className={styles.filters} method="get" action="/admin/topics">
      <div className={styles.search}>
        <TextField
          label="Name, other name or address"
          name="q"
          type="search"
          maxLength={100}
          defaultValue={query.q}
        />
      </div>
      <SelectField label="Kind" name="kind" options={KINDS} defaultValue={query.kind} />
      <SelectField label="State" name="state" options={STATES} defaultValue={query.state} />
      <TextField
        label="Under (address)"
        name="parent"
        maxLength={100}
        defaultValue={query.parent}
        {...(error ? { error } : {})}
      />
      <SelectField label="Sorted by" name="sort" options={SORTS} defaultValue={query.sort} />
      <Button type="submit">Show</Button>
      <SiteLink className={buttonClass('quiet')} href="/admin/topics">
        Show all
      </SiteLink>
    </form>
  );
}
