import type { ReactNode } from 'react';
import { Button, buttonClass } from '@/components/ui/button.tsx';
import { SelectField } from '@/components/ui/select-field.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { TextField } from '@/components/ui/text-field.tsx';
import styles from './topic-table.module.css';
import { KIND_NAMES } from './topic-words.ts';

/** Values and their names as a select field takes them. */
export const choices = (names: Record<string, string>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

const KINDS = choices({ '': 'Any', ...KIND_NAMES });

export interface FilterFormProps {
  /** The page it is a table of. */
  action: string;
  query: { q: string; kind: string };
  /** More fields, after search and kind. */
  children: ReactNode;
}

/** Search, filters and order of a table of topics. A plain form: all of it is in the address. */
export function FilterForm({ action, query, children }: FilterFormProps) {
  // A new form for another query: its fields begin with what that one says.
  return (
    <form key={JSON.stringify(query)} className={styles.filters} method="get" action={action}>
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
      {children}
      <Button type="submit">Show</Button>
      <SiteLink className={buttonClass('quiet')} href={action}>
        Show all
      </SiteLink>
    </form>
  );
}
