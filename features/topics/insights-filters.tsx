import { Button, buttonClass } from '@/components/ui/button.tsx';
import { SelectField } from '@/components/ui/select-field.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { TextField } from '@/components/ui/text-field.tsx';
import type { InsightsQuery } from './topic-insights.dto.ts';
import styles from './topic-table.module.css';
import { KIND_NAMES } from './topic-words.ts';

const choices = (names: Record<string, string>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

const KINDS = choices({ '': 'Any', ...KIND_NAMES });
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
  // A new form for another query: its fields begin with what that one says.
  return (
    <form key={JSON.stringify(query)} className={styles.filters} method="get" action="/admin/insights">
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
      <SelectField label="Sorted by" name="sort" options={SORTS} defaultValue={query.sort} />
      {query.days ? <input type="hidden" name="days" value={query.days} /> : null}
      <Button type="submit">Show</Button>
      <SiteLink className={buttonClass('quiet')} href="/admin/insights">
        Show all
      </SiteLink>
    </form>
  );
}
