import { SiteLink } from '@/components/ui/site-link.tsx';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import { formatClock, formatDate } from '@/lib/time.ts';
import type { AuditEntryDto } from './audit.dto.ts';
import styles from './audit-log.module.css';
import { actionName, fieldName } from './audit-words.ts';
import { type Difference, differences } from './differences.ts';

/** Entries of the log, the newest first, under the days they are of. */
export function AuditLog({ entries }: { entries: AuditEntryDto[] }) {
  return byDay(entries).map(([day, ofDay]) => (
    <section key={day} aria-label={day}>
      <h2 className={styles.day}>{day}</h2>
      <ol className={styles.entries}>
        {ofDay.map((entry) => (
          <AuditEntry key={entry.id} entry={entry} />
        ))}
      </ol>
    </section>
  ));
}

function byDay(entries: AuditEntryDto[]): [day: string, entries: AuditEntryDto[]][] {
  const days = new Map<string, AuditEntryDto[]>();
  for (const entry of entries) {
    const day = formatDate(entry.at);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days];
}

function AuditEntry({ entry }: { entry: AuditEntryDto }) {
  const changes = differences(entry.before, entry.after);
  return (
    <li className={styles.entry}>
      <time className={styles.time} dateTime={entry.at}>
        {formatClock(entry.at)}
      </time>
      <SiteLink className={styles.actor} href={`/admin/audit?person=${entry.actor.id}`}>
        {entry.actor.name}
      </SiteLink>
      <div className={styles.deed}>
        <p>
          {actionName(entry.action)}: <Subject entry={entry} />
        </p>
        {changes.length > 0 ? (
          <dl className={styles.changes}>
            {changes.map((change) => (
              <Change key={change.field} change={change} />
            ))}
          </dl>
        ) : null}
      </div>
    </li>
  );
}

function Subject({ entry: { subject, subjectKey, subjectName } }: { entry: AuditEntryDto }) {
  const key = subject === 'merge' ? `number ${subjectKey}` : subjectKey;
  return (
    <>
      {subject === 'topic' ? (
        <SiteLink
          className={styles.subject}
          href={`/admin/audit?${new URLSearchParams({ topic: subjectKey })}`}
        >
          {subjectName}
        </SiteLink>
      ) : (
        <span className={styles.subject}>{subjectName}</span>
      )}
      {subjectKey === subjectName ? null : <span className={styles.key}> {key}</span>}
    </>
  );
}

function Change({ change: { field, removed, added } }: { change: Difference }) {
  const isBoth = removed.length > 0 && added.length > 0;
  return (
    <div className={styles.change}>
      <dt className={styles.field}>{fieldName(field)}</dt>
      <dd className={styles.values}>
        {removed.length > 0 ? (
          <del className={styles.removed}>
            <VisuallyHidden>before: </VisuallyHidden>
            {removed.join(', ')}
          </del>
        ) : null}
        {isBoth ? <span aria-hidden="true"> → </span> : null}
        {added.length > 0 ? (
          <ins className={styles.added}>
            <VisuallyHidden>after: </VisuallyHidden>
            {added.join(', ')}
          </ins>
        ) : null}
      </dd>
    </div>
  );
}
