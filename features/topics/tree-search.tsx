import { Button } from '@/components/ui/button.tsx';
import { TextField } from '@/components/ui/text-field.tsx';
import styles from './topic-table.module.css';

/** Finds a topic wherever it stands: the table tells where. A plain form. */
export function TreeSearch() {
  return (
    <search>
      <form className={styles.filters} action="/admin/topics">
        <div className={styles.search}>
          <TextField label="Name, other name or address" name="q" type="search" maxLength={100} />
        </div>
        <Button type="submit" variant="outline">
          Find
        </Button>
      </form>
    </search>
  );
}
