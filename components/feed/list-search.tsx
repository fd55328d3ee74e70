import { Button } from '@/components/ui/button.tsx';
import { TextField } from '@/components/ui/text-field.tsx';
import styles from './list-search.module.css';

export interface ListSearchProps {
  /** The page whose list is searched. */
  action: string;
  label: string;
  /** What was searched for. */
  q: string;
  maxLength: number;
}

/** Searches within a list of articles. A plain form: what was searched for is in the address. */
export function ListSearch({ action, label, q, maxLength }: ListSearchProps) {
  return (
    <search>
      <form key={q} className={styles.form} action={action}>
        <TextField
          className={styles.field ?? ''}
          label={label}
          type="search"
          name="q"
          autoComplete="off"
          enterKeyHint="search"
          maxLength={maxLength}
          defaultValue={q}
        />
        <Button type="submit" variant="outline">
          Search
        </Button>
      </form>
    </search>
  );
}
