import { Button } from '@/components/ui/button.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import styles from './article-topics.module.css';
import type { DraftTopic } from './use-article-topics.ts';

export interface ArticleTopicsConflictProps {
  /** The topics as this editor opened them. */
  known: DraftTopic[];
  /** As they have been saved meanwhile. */
  theirs: DraftTopic[];
  /** As this page has them. */
  mine: DraftTopic[];
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** What has become of the topics meanwhile, and what may be done about it. */
export function ArticleTopicsConflict({ known, theirs, mine, ...on }: ArticleTopicsConflictProps) {
  const lines: [name: string, topics: DraftTopic[]][] = [
    ['They added', without(theirs, known)],
    ['They took out', without(known, theirs)],
    ['Theirs now', theirs],
    ['Yours', mine],
  ];
  return (
    <Notice
      tone="error"
      title="The topics of this article have changed since you opened it"
      actions={
        <>
          <Button onClick={on.onKeepMine}>Keep mine</Button>
          <Button variant="outline" onClick={on.onTakeTheirs}>
            Take theirs
          </Button>
        </>
      }
    >
      <p>Nothing of yours is saved yet. “Keep mine” saves your list in place of theirs.</p>
      <dl className={styles.differences}>
        {lines
          .filter(([, topics]) => topics.length > 0)
          .map(([name, topics]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{topics.map((topic) => topic.name).join(', ')}</dd>
            </div>
          ))}
      </dl>
    </Notice>
  );
}

function without(list: DraftTopic[], others: DraftTopic[]): DraftTopic[] {
  return list.filter((topic) => !others.some((other) => other.slug === topic.slug));
}
