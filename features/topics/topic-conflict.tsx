import { Button } from '@/components/ui/button.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { changedFields, FIELD_NAMES, readable, type TopicFields } from './topic-fields.ts';
import styles from './topic-form.module.css';

export interface TopicConflictProps {
  /** The topic as this editor opened it. */
  known: TopicFields;
  /** As the other editor saved it. */
  theirs: TopicFields;
  /** As this form has it. */
  mine: TopicFields;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** What another editor has saved meanwhile, field by field, and what may be done about it. */
export function TopicConflict({ known, theirs, mine, onKeepMine, onTakeTheirs }: TopicConflictProps) {
  const names = changedFields(known, theirs);
  const isBoth = names.some((name) => readable(mine, name) !== readable(theirs, name));
  return (
    <Notice
      tone="error"
      title="Someone else has changed this topic since you opened it"
      actions={
        <>
          <Button onClick={onKeepMine}>Keep mine</Button>
          <Button variant="outline" onClick={onTakeTheirs}>
            Take theirs
          </Button>
        </>
      }
    >
      <p>
        {isBoth
          ? 'Nothing of yours is saved yet. “Keep mine” saves your fields over theirs; what only they have changed stays.'
          : 'Nothing of yours is saved yet. You have changed other fields: “Keep mine” saves them beside theirs.'}
      </p>
      <dl className={styles.changes}>
        {names.map((name) => (
          <div key={name}>
            <dt>{FIELD_NAMES[name]}</dt>
            <dd>Theirs: {readable(theirs, name) || 'empty'}</dd>
            <dd>
              {readable(mine, name) === readable(theirs, name)
                ? 'Yours: not changed, or the same'
                : `Yours: ${readable(mine, name) || 'empty'}`}
            </dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}
