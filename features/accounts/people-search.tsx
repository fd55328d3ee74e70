import { Button } from '@/components/ui/button.tsx';
import { TextField } from '@/components/ui/text-field.tsx';
import styles from './people.module.css';

export interface PeopleSearchProps {
  /** What was looked for. */
  q: string;
  /** What is wrong about it. */
  error?: string | undefined;
}

/** Looks for people, readers included. Works without JavaScript. */
export function PeopleSearch({ q, error }: PeopleSearchProps) {
  return (
    <search>
      <form className={styles.tool} action="/admin/people">
        <TextField
          className={styles.wide ?? ''}
          label="Find by name or address"
          type="search"
          name="q"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          defaultValue={q}
          {...(error ? { error } : {})}
        />
        <Button type="submit" variant="outline">
          Find
        </Button>
      </form>
    </search>
  );
}
