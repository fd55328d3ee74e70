import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { SelectField } from '@/components/ui/select-field.tsx';
import { TextField } from '@/components/ui/text-field.tsx';
import type { LinkDto } from '../articles/article.dto.ts';
import type { SearchErrors, SearchQuery } from './search.dto.ts';
import styles from './search-form.module.css';

export interface SearchFormProps {
  query: SearchQuery;
  errors: SearchErrors;
  /** What it can be narrowed to. */
  topics: LinkDto[];
  authors: LinkDto[];
  /** The field for the words, named `q`. */
  children: ReactNode;
}

/** A search, narrowed or not. A plain form: all of it is in the address. */
export function SearchForm({ query, errors, topics, authors, children }: SearchFormProps) {
  const { topic = '', author = '', from = '', to = '', order } = query;
  return (
    <search>
      <form className={styles.form} method="get" action="/search">
        <div className={styles.words}>
          {children}
          <Button type="submit">Search</Button>
        </div>
        {order === 'best' ? <input type="hidden" name="order" value="best" /> : null}
        <details className={styles.narrow} open={Boolean(topic || author || from || to)}>
          <summary className={styles.summary}>Narrow it down</summary>
          <div className={styles.fields}>
            <SelectField
              label="Topic"
              name="topic"
              options={options('Any topic', topics)}
              defaultValue={topic}
              error={errors.topic}
            />
            <SelectField
              label="Author"
              name="author"
              options={options('Any author', authors)}
              defaultValue={author}
              error={errors.author}
            />
            <DayField label="From" name="from" value={from} error={errors.from} />
            <DayField label="To" name="to" value={to} error={errors.to} />
          </div>
        </details>
      </form>
    </search>
  );
}

function DayField(props: { label: string; name: string; value: string; error: string | undefined }) {
  const { label, name, value, error } = props;
  return <TextField label={label} name={name} type="date" defaultValue={value} {...(error && { error })} />;
}

function options(any: string, links: LinkDto[]) {
  return [{ value: '', label: any }, ...links.map(({ slug, name }) => ({ value: slug, label: name }))];
}
