import type { Db, DbOrTx } from '@/db/client.ts';
import { moveChildren, returnArticles, returnFollows, returnMutes } from '@/db/queries/merge-rows.ts';
import { closeMerge, findLaterMerge, getMerge, type MergeRow } from '@/db/queries/merges.ts';
import { lockFollowers, lockNewsroom } from '@/db/queries/newsroom-locks.ts';
import { listArticleIdsInTopics, rebuildTopics } from '@/db/queries/publishing.ts';
import { countLevels, editTopicRow, findLabelOwner, listAncestorIds } from '@/db/queries/topic-editing.ts';
import { getTopicById, inPlaceOf, type TopicRow } from '@/db/queries/topics.ts';
import { requireStaff } from '@/features/accounts/staff.service.ts';
import { recordDeeds } from '@/features/audit/audit.service.ts';
import { type Finish, NO_JOB } from '@/features/jobs/jobs.service.ts';
import { AppError } from '@/lib/errors.ts';
import { foldNames } from '@/lib/fold.ts';
import { MAX_TOPIC_LEVELS } from './topic-editing.dto.ts';
import { mergeTags } from './topic-merges.service.ts';

/**
 * Undoes a merge: the topic has its place, names, children, articles, followers and mutes again, and what
 * was done since stays. Who has unfollowed the other topic meanwhile follows neither (and so with mutes); an article that
 * was taken out of it meanwhile is in neither; a child that was moved stays where it is (ADR 007).
 * Merges that build on one another are undone from the last to the first.
 * @throws AppError `not_found`; `conflict` when it is undone already, when a later merge builds on it,
 *   or when a name or a place in the tree has been given away since; `forbidden`
 */
export async function undoMerge(
  db: Db,
  userId: string,
  mergeId: number,
  now: Date,
  finish: Finish = NO_JOB,
): Promise<{ tags: string[] }> {
  return db.transaction(async (tx) => {
    const actor = await requireStaff(tx, userId, 'editor');
    await lockNewsroom(tx);
    const merge = await findStanding(tx, mergeId);
    const from = await topicOf(tx, merge.fromTopicId);
    const into = await topicOf(tx, merge.intoTopicId);
    // Everything that was carried over is in there, ancestors' rows included.
    const articleIds = await listArticleIdsInTopics(tx, [into.id]);

    await returnNames(tx, merge, from, into, now);
    await returnPlaces(tx, merge, from, into, now);
    await returnArticles(tx, merge.id, from.id, into.id);
    await rebuildTopics(tx, articleIds);
    // Last, because those who follow or mute one of the two wait from here on.
    await lockFollowers(tx, [from.id, into.id]);
    await returnFollows(tx, merge.id, from.id, into.id);
    await returnMutes(tx, merge.id, from.id, into.id);
    await closeMerge(tx, merge.id, actor.id, now);
    const deed = { action: 'merge.undo', subject: 'merge' as const, subjectKey: String(merge.id) };
    const names = { before: { into: into.slug }, after: { restored: from.slug } };
    await recordDeeds(tx, actor, [{ ...deed, ...names, subjectName: `${from.name} into ${into.name}` }], now);
    const tags = mergeTags(from.slug, into.slug);
    await finish(tx, { result: { mergeId }, tags });
    return { tags };
  });
}

/**
 * The merge, if it stands and no later one builds on it. Does nothing.
 * @throws AppError `not_found`, `conflict`, `forbidden`
 */
export async function checkUndo(db: Db, userId: string, mergeId: number): Promise<MergeRow> {
  await requireStaff(db, userId, 'editor');
  return findStanding(db, mergeId);
}

async function findStanding(tx: DbOrTx, mergeId: number): Promise<MergeRow> {
  const merge = await getMerge(tx, mergeId);
  if (!merge) throw new AppError('not_found', 'There is no such merge.');
  await refuseOutOfOrder(tx, merge);
  return merge;
}

async function refuseOutOfOrder(tx: DbOrTx, merge: MergeRow): Promise<void> {
  if (merge.undoneAt) throw new AppError('conflict', 'This merge is undone already.');
  const later = await findLaterMerge(tx, merge);
  if (!later) return;
  const [from, into] = [await topicOf(tx, later.fromTopicId), await topicOf(tx, later.intoTopicId)];
  throw new AppError(
    'conflict',
    `Undo the merge of ${from.name} into ${into.name} first: it came after this one.`,
  );
}

/** The names the other topic got go back. */
async function returnNames(
  tx: DbOrTx,
  merge: MergeRow,
  from: TopicRow,
  into: TopicRow,
  now: Date,
): Promise<void> {
  const aliases = into.aliases.filter((alias) => !merge.addedAliases.includes(alias));
  await editTopicRow(tx, into.id, { aliases, labels: foldNames([into.name, ...aliases]) }, now);
  const labels = foldNames([from.name, ...from.aliases]);
  const owner = await findLabelOwner(tx, labels, from.id);
  if (owner)
    throw new AppError('conflict', `A name of ${from.name} belongs to ${owner.name} now. Rename that first.`);
}

/** Parent and children as they were, where nobody has moved them since. */
async function returnPlaces(
  tx: DbOrTx,
  merge: MergeRow,
  from: TopicRow,
  into: TopicRow,
  now: Date,
): Promise<void> {
  const parent = from.parentId === null ? null : await inPlaceOf(tx, await topicOf(tx, from.parentId));
  const isStillThere = merge.isPlaceTaken && into.parentId === (parent?.id ?? null);
  await editTopicRow(tx, from.id, { mergedIntoId: null, parentId: parent?.id ?? null }, now);
  if (isStillThere) {
    const place =
      merge.intoParentId === from.id || merge.intoParentId === null
        ? merge.intoParentId
        : (await inPlaceOf(tx, await topicOf(tx, merge.intoParentId))).id;
    await editTopicRow(tx, into.id, { parentId: place }, now);
  }
  await moveChildren(tx, into.id, from.id, { ids: merge.childIds });
  for (const topic of [from, into]) await refuseImpossibleTree(tx, topic);
}

async function refuseImpossibleTree(tx: DbOrTx, topic: TopicRow): Promise<void> {
  const above = await listAncestorIds(tx, topic.id).catch(() => null);
  if (!above) {
    throw new AppError(
      'conflict',
      `Topics have been moved since, so that ${topic.name} would stand under itself. Move them back first.`,
    );
  }
  if (above.length + (await countLevels(tx, topic.id)) - 1 > MAX_TOPIC_LEVELS) {
    throw new AppError(
      'conflict',
      `Topics have been moved since, so that the tree around ${topic.name} would be too deep. Move them first.`,
    );
  }
}

async function topicOf(tx: DbOrTx, id: number): Promise<TopicRow> {
  const row = await getTopicById(tx, id);
  if (!row) throw new Error(`Topic ${id} of a merge is not there.`);
  return row;
}
