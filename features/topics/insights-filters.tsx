import { SelectField } from '@/components/ui/select-field.tsx';
import { choices, FilterForm } from './filter-form.tsx';
import type { InsightsQuery } from './topic-insights.dto.ts';

const SORTS = choices({
  '': 'Name',
  '-name': 'Name, from the end',
  '-followers': 'Most followers',
  followers: 'Fewest followers',
  '-newFollowers': 'Most new followers',
  newFollowers: 'Fewest new followers',
  '-readers': 'Most readers',
  readers: 'Fewest readers',
  '-articles': 'Most articles',
  articles: 'Fewest articles',
});

/** Search, filter and order of the table of demand and coverage. A plain form: all of it is in the address. */
export function InsightsFilters({ query }: { query: InsightsQuery }) {
  return (
    <FilterForm action="/admin/insights" query={query}>
      <SelectField label="Sorted by" name="sort" options={SORTS} defaultValue={query.sort} />
      {query.days ? <input type="hidden" name="days" value={query.days} /> : null}
    </FilterForm>
  );
}
