import { Notice } from '@/components/ui/notice.tsx';
import type { ImportSummary } from './import-summary.ts';
import styles from './take-along.module.css';

type Part = { count: number; names: string[] };

/** What became of a list that was imported, or why none of it was. */
export function ImportNotice({ summary }: { summary: ImportSummary }) {
  return (
    <div className={styles.report}>
      <Report summary={summary} />
    </div>
  );
}

function Report({ summary }: { summary: ImportSummary }) {
  if ('error' in summary) {
    return (
      <Notice tone="error" title="The list was not imported">
        <p>{summary.error}</p>
      </Notice>
    );
  }
  const { followed, followedBefore, unknown, retired, noRoom } = summary;
  return (
    <Notice
      tone="success"
      title={followed.count === 0 ? 'Nothing new to follow' : `You follow ${followed.count} more`}
    >
      {followedBefore.count > 0 ? <p>{`${followedBefore.count} of the list you followed already.`}</p> : null}
      <NotFollowed title="Not known here" part={unknown} />
      <NotFollowed title="Retired, and taking no new followers" part={retired} />
      <NotFollowed title="Over the limit of what can be followed" part={noRoom} />
    </Notice>
  );
}

function NotFollowed({ title, part: { count, names } }: { title: string; part: Part }) {
  if (count === 0) return null;
  const rest = count - names.length;
  return (
    <p className={styles.names}>
      <strong>{`${title}: ${count}.`}</strong> {names.join(' · ')}
      {rest > 0 && names.length > 0 ? ` · and ${rest} more` : null}
    </p>
  );
}
