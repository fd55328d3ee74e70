import { SelectField } from '@/components/ui/select-field.tsx';
import { TextField } from '@/components/ui/text-field.tsx';
import { choices, FilterForm } from './filter-form.tsx';
import type { TopicTableQuery } from './topic-table.dto.ts';

const STATES = choices({
  '': 'Not merged',
  active: 'In use',
  retired: 'Retired',
  merged: 'Merged',
});
const SORTS = {
  '-name': 'Name, from the end',
  '-followers': 'Most followers',
  followers: 'Fewest followers',
  '-newFollowers': 'Most new followers',
  newFollowers: 'Fewest new followers',
  '-articles': 'Most articles',
  articles: 'Fewest articles',
  '-lastUsed': 'Last used',
  lastUsed: 'Longest unused',
};
const SORTS_OF_ALL = choices({ '': 'Name', ...SORTS });
const SORTS_OF_FOUND = choices({ '': 'Best match', name: 'Name', ...SORTS });

/** Search, filters and order of the editors' table. A plain form: all of it is in the address. */
export function TopicFilters({ query, error }: { query: TopicTableQuery; error: string | undefined }) {
  return (
    <FilterForm action="/admin/topics" query={query}>
      <SelectField label="State" name="state" options={STATES} defaultValue={query.state} />
      <TextField
        label="Under (address)"
        name="parent"
        maxLength={100}
        defaultValue={query.parent}
        {...(error ? { error } : {})}
      />
      <SelectField
        label="Sorted by"
        name="sort"
        options={query.q ? SORTS_OF_FOUND : SORTS_OF_ALL}
        defaultValue={query.sort}
      />
    </FilterForm>
  );
}
