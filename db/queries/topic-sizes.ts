import { type Db, runNamed } from '../client.ts';

/** How many rows a large change of topics touches, counted now: follows and links of articles. */

/** Of a merge: who follows the topic, and what is in it or, where the other takes its place, in either. */
export async function countMergeRows(db: Db, fromId: number, otherId: number | null): Promise<number> {
  return countRows(
    db,
    'count_merge_rows',
    `select (select count(*) from follows where topic_id = $1)
       + (select count(*) from article_topics where topic_id in ($1, $2)) as count`,
    [fromId, otherId],
  );
}

/** Of the undoing of a merge: what its ledger holds, and what is in the topic that stayed. */
export async function countUndoRows(db: Db, mergeId: number, intoId: number): Promise<number> {
  return countRows(
    db,
    'count_undo_rows',
    `select (select count(*) from topic_merge_follows where merge_id = $1)
       + (select count(*) from topic_merge_articles where merge_id = $1)
       + (select count(*) from article_topics where topic_id = $2) as count`,
    [mergeId, intoId],
  );
}

/** Of a move: what is in the topic or beneath it. */
export async function countMoveRows(db: Db, topicId: number): Promise<number> {
  return countRows(
    db,
    'count_move_rows',
    'select count(*) as count from article_topics where topic_id = $1',
    [topicId],
  );
}

async function countRows(db: Db, name: string, text: string, values: unknown[]): Promise<number> {
  const [row] = await runNamed<{ count: number }>(db, name, text, values);
  return row?.count ?? 0;
}
