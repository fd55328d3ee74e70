import { Button, buttonClass } from '@/components/ui/button.tsx';
import { SelectField } from '@/components/ui/select-field.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { TextField } from '@/components/ui/text-field.tsx';
import type { AuditFilter } from './audit.dto.ts';
import styles from './audit-filters.module.css';
import { actionName } from './audit-words.ts';

export interface AuditFiltersProps {
  filter: AuditFilter;
  choices: { people: { id: string; name: string }[]; actions: string[] };
  /** Where the log as it is filtered now can be downloaded. */
  csvHref: string;
}

/** Narrows the log. A plain GET form: its address can be shared, and it works without JavaScript. */
export function AuditFilters({ filter, choices, csvHref }: AuditFiltersProps) {
  const people = choices.people.map(({ id, name }) => ({ value: id, label: name }));
  const actions = choices.actions.map((action) => ({ value: action, label: actionName(action) }));
  const isFiltered = Boolean(filter.person || filter.topic || filter.action);
  return (
    <search>
      {/* A form keeps what was typed: with a key it starts anew when a link changes the filter. */}
      <form key={csvHref} className={styles.filters} action="/admin/audit">
        <SelectField
          label="Person"
          name="person"
          defaultValue={filter.person ?? ''}
          options={withChosen([{ value: '', label: 'Everyone' }, ...people], filter.person)}
        />
        <SelectField
          label="Action"
          name="action"
          defaultValue={filter.action ?? ''}
          options={withChosen([{ value: '', label: 'All actions' }, ...actions], filter.action)}
        />
        <TextField
          label="Topic’s address"
          name="topic"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={100}
          defaultValue={filter.topic ?? ''}
        />
        <div className={styles.actions}>
          <Button type="submit">Show</Button>
          {isFiltered ? (
            <SiteLink className={buttonClass('quiet')} href="/admin/audit">
              Show all
            </SiteLink>
          ) : null}
          <a className={buttonClass('quiet')} href={csvHref} download>
            Download CSV
          </a>
        </div>
      </form>
    </search>
  );
}

/** The options with the chosen one among them, though the log may know nothing of it. */
function withChosen(options: { value: string; label: string }[], chosen: string | undefined) {
  const isKnown = !chosen || options.some((option) => option.value === chosen);
  return isKnown ? options : [...options, { value: chosen, label: chosen }];
}
