import type { Db, DbOrTx } from '@/db/client.ts';
import { carryArticles, carryFollows, carryMutes, moveChildren } from '@/db/queries/merge-rows.ts';
import { countMerge, insertMerge, listMerges, type MergeListRow } from '@/db/queries/merges.ts';
import { lockFollowers, lockNewsroom } from '@/db/queries/newsroom-locks.ts';
import { listArticleIdsInTopics, rebuildTopics } from '@/db/queries/publishing.ts';
import { countLevels, editTopicRow, listAncestorIds, listOldSlugs } from '@/db/queries/topic-editing.ts';
import { getSlugOwner, getTopicFamily, type TopicRow } from '@/db/queries/topics.ts';
import { requireStaff } from '@/features/accounts/staff.service.ts';
import { recordDeeds } from '@/features/audit/audit.service.ts';
import { type Finish, getNotableJobs, NO_JOB } from '@/features/jobs/jobs.service.ts';
import { AppError, fieldError } from '@/lib/errors.ts';
import { fold, foldNames } from '@/lib/fold.ts';
import { MAX_TOPIC_LEVELS } from './topic-editing.dto.ts';
import type { MergeDoneDto, MergeDto, MergePreviewDto, MergesPageDto } from './topic-merges.dto.ts';
import { TOPIC_TREE_TAG } from './topic-tree-tag.ts';
import { findTopic } from './topics.service.ts';

const LIST_PAGE_SIZE = 50;

/**
 * What merging one topic into another would do, counted now. Does nothing.
 * @throws AppError `bad_request` when they cannot be merged, `not_found`, `forbidden`
 */
export async function previewMerge(
  db: Db,
  userId: string,
  fromSlug: string,
  intoSlug: string,
): Promise<MergePreviewDto> {
  await requireStaff(db, userId, 'editor');
  const { from, into } = await findPair(db, fromSlug, intoSlug);
  const { children } = await getTopicFamily(db, from, null);
  const named = (topic: { slug: string; name: string }) => ({ slug: topic.slug, name: topic.name });
  return {
    from: named(from),
    into: named(into),
    ...(await countMerge(db, from.id, into.id)),
    children: children.topics.filter((child) => child.slug !== into.slug).map(named),
    newAliases: newAliases(from, into),
    slugs: [from.slug, ...(await listOldSlugs(db, from.id))],
    isPlaceTaken: (await listAncestorIds(db, into.id)).includes(from.id),
  };
}

/**
 * Merges one topic into another: followers, mutes, articles, children, names and every slug it ever had go
 * over, in one transaction that leaves a ledger from which all of it can be undone (ADR 007). Where
 * the other stands somewhere under it, the other takes its place in the tree.
 * @throws AppError `bad_request` when they cannot be merged, `not_found`, `forbidden`
 */
export async function mergeTopics(
  db: Db,
  userId: string,
  fromSlug: string,
  intoSlug: string,
  now: Date,
  finish: Finish = NO_JOB,
): Promise<{ merge: MergeDoneDto; tags: string[] }> {
  const preview = await previewMerge(db, userId, fromSlug, intoSlug);
  const tags = mergeTags(preview.from.slug, preview.into.slug);
  const mergeId = await db.transaction(async (tx) => {
    const actor = await requireStaff(tx, userId, 'editor');
    await lockNewsroom(tx);
    const { from, into } = await findPair(tx, fromSlug, intoSlug);
    const isPlaceTaken = (await listAncestorIds(tx, into.id)).includes(from.id);
    const articleIds = await listArticleIdsInTopics(tx, isPlaceTaken ? [from.id, into.id] : [from.id]);

    const childIds = await moveChildren(tx, from.id, into.id, { except: into.id });
    const addedAliases = newAliases(from, into);
    const aliases = [...into.aliases, ...addedAliases];
    const labels = foldNames([into.name, ...aliases]);
    const place = isPlaceTaken ? { parentId: from.parentId } : {};
    await editTopicRow(tx, into.id, { aliases, labels, ...place }, now);
    await editTopicRow(tx, from.id, { mergedIntoId: into.id }, now);
    await refuseDepth(tx, into);
    const id = await insertMerge(tx, {
      ...{ fromTopicId: from.id, intoTopicId: into.id, mergedBy: actor.id, mergedAt: now },
      ...{ childIds, addedAliases, isPlaceTaken, intoParentId: into.parentId },
    });
    await carryArticles(tx, id, from.id, into.id);
    await rebuildTopics(tx, articleIds);
    // Last, because those who follow or mute one of the two wait from here on.
    await lockFollowers(tx, [from.id, into.id]);
    await carryFollows(tx, id, from.id, into.id);
    await carryMutes(tx, id, from.id, into.id);
    const deed = {
      action: 'topic.merge',
      subject: 'topic' as const,
      subjectKey: from.slug,
      subjectName: from.name,
    };
    await recordDeeds(tx, actor, [{ ...deed, before: null, after: { into: into.slug, merge: id } }], now);
    await finish(tx, { result: { mergeId: id }, tags });
    return id;
  });
  return { merge: { ...preview, mergeId }, tags };
}

/** Cache tags of all that a merge or its undoing changes for readers. */
export function mergeTags(fromSlug: string, intoSlug: string): string[] {
  return [`topic:${fromSlug}`, `topic:${intoSlug}`, 'topics', TOPIC_TREE_TAG];
}

/** A page of the ledger, the newest first, below the merge `beforeId`. @throws AppError `forbidden` */
export async function getMerges(
  db: Db,
  userId: string,
  beforeId: number | null,
  now = new Date(),
): Promise<MergesPageDto> {
  await requireStaff(db, userId, 'editor');
  const rows = await listMerges(db, beforeId, LIST_PAGE_SIZE + 1);
  const shown = rows.slice(0, LIST_PAGE_SIZE);
  return {
    merges: shown.map(toMergeDto),
    nextBefore: rows.length > LIST_PAGE_SIZE ? (shown.at(-1)?.id ?? null) : null,
    jobs: beforeId === null ? await getNotableJobs(db, userId, now) : [],
  };
}

function toMergeDto({ laterFromName, laterIntoName, ...row }: MergeListRow): MergeDto {
  return {
    ...row,
    mergedAt: row.mergedAt.toISOString(),
    undoneAt: row.undoneAt?.toISOString() ?? null,
    laterMerge:
      laterFromName !== null && laterIntoName !== null
        ? { fromName: laterFromName, intoName: laterIntoName }
        : null,
  };
}

async function findPair(
  db: DbOrTx,
  fromSlug: string,
  intoSlug: string,
): Promise<{ from: TopicRow; into: TopicRow }> {
  const from = await getSlugOwner(db, fromSlug);
  if (!from || from.kind === 'author') throw new AppError('not_found', 'There is no such topic.');
  if (from.mergedIntoId !== null) {
    const { name } = await findTopic(db, fromSlug);
    throw new AppError('bad_request', `${from.name} is merged into ${name} already.`);
  }
  if (from.kind === 'section')
    throw new AppError('bad_request', `${from.name} is a section: articles are filed under it.`);
  const into = await findTopic(db, intoSlug).catch((error: unknown) => {
    throw error instanceof AppError && error.code === 'not_found'
      ? fieldError('into', 'is not a topic')
      : error;
  });
  if (into.kind === 'author') throw fieldError('into', 'is an author');
  if (into.id === from.id) throw fieldError('into', 'leads to the topic itself');
  if (into.retiredAt) throw fieldError('into', `${into.name} is retired: restore it first`);
  return { from, into };
}

/** Names of `from` that `into` has not got. */
function newAliases(from: TopicRow, into: TopicRow): string[] {
  const known = new Set(into.labels);
  return [from.name, ...from.aliases].filter((name) => !known.has(fold(name)));
}

async function refuseDepth(tx: DbOrTx, topic: TopicRow): Promise<void> {
  const levels = (await listAncestorIds(tx, topic.id)).length + (await countLevels(tx, topic.id)) - 1;
  if (levels <= MAX_TOPIC_LEVELS) return;
  throw fieldError('into', `would have ${levels} levels; ${MAX_TOPIC_LEVELS} are possible`);
}
