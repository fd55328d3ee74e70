import styles from './changed-note.module.css';

/** At the top of an article, for a reader who read it before an editor changed it. */
export function ChangedNote() {
  return (
    <p role="status" className={`${styles.note} no-print`}>
      Changed since you read it
    </p>
  );
}
