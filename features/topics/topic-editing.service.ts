import type { Db, DbOrTx } from '@/db/client.ts';
import { lockNewsroom } from '@/db/queries/newsroom-locks.ts';
import { listArticleIdsInTopics, rebuildTopics } from '@/db/queries/publishing.ts';
import {
  countTopic,
  editTopicRow,
  forgetRetirementTold,
  insertManagedTopic,
  listOldSlugs,
  redirectSlug,
  type TopicEdit,
} from '@/db/queries/topic-editing.ts';
import { getTopicById, inPlaceOf, type TopicRow } from '@/db/queries/topics.ts';
import { type Actor, requireStaff } from '@/features/accounts/staff.service.ts';
import { recordDeeds } from '@/features/audit/audit.service.ts';
import { type Finish, NO_JOB } from '@/features/jobs/jobs.service.ts';
import { AppError, fieldError } from '@/lib/errors.ts';
import { fold } from '@/lib/fold.ts';
import { checkLabels, checkParent, checkSlug, checkSuccessor } from './topic-checks.ts';
import { deedsOf, topicDeed } from './topic-deeds.ts';
import {
  type AnyTopicChange,
  EDITABLE_KINDS,
  type EditedTopicDto,
  type TopicCreation,
} from './topic-editing.dto.ts';
import { TOPIC_TREE_TAG } from './topic-tree-tag.ts';
import { findTopic } from './topics.service.ts';

const MAX_SLUG = 80;

/** A topic after a change, and the cache tags of all that readers see differently now. */
export type TopicChanged = { topic: EditedTopicDto; tags: string[] };

/** A topic as its editors see it. @throws AppError `not_found`, `not_signed_in`, `forbidden` */
export async function getEditedTopic(db: Db, userId: string, slug: string): Promise<EditedTopicDto> {
  await requireStaff(db, userId, 'editor');
  return toEditedDto(db, await findEditable(db, slug));
}

/**
 * Adds a topic. Without a slug it gets one made of its name.
 * @throws AppError `bad_request` with the field that is refused, `forbidden`
 */
export async function createTopic(
  db: Db,
  userId: string,
  creation: TopicCreation,
  now: Date,
): Promise<TopicChanged> {
  const row = await db.transaction(async (tx) => {
    const actor = await requireStaff(tx, userId, 'editor');
    await lockNewsroom(tx);
    const { parent: parentSlug, slug = slugOf(creation.name), ...rest } = creation;
    const labels = await checkLabels(tx, creation, null);
    await checkSlug(tx, slug, null);
    const parent = await checkParent(tx, parentSlug, null);
    const made = await insertManagedTopic(tx, { ...rest, slug, labels, parentId: parent?.id ?? null }, now);
    const after = { ...creation, slug };
    await recordDeeds(tx, actor, [topicDeed('topic.create', made, null, after)], now);
    return made;
  });
  return { topic: await toEditedDto(db, row), tags: ['topics'] };
}

/**
 * Changes what the editor names of a topic and leaves the rest: its fields, its place in the tree
 * (with everything beneath, articles included), whether it is retired and who succeeds it.
 * @throws AppError `bad_request` with the field that is refused; `conflict` when someone else has
 *   changed it since `change.version`, with the topic as it is now as `current`; `not_found`; `forbidden`
 */
export async function changeTopic(
  db: Db,
  userId: string,
  slug: string,
  change: AnyTopicChange,
  now: Date,
  finish: Finish = NO_JOB,
): Promise<TopicChanged> {
  const done = await db.transaction(async (tx) => {
    const actor = await requireStaff(tx, userId, 'editor');
    await lockNewsroom(tx);
    const plan = await planChange(tx, slug, change, now);
    if (plan.isStale) return { ...plan, tags: [] };
    if (Object.keys(plan.edit).length > 0) await store(tx, actor, plan.topic, plan.edit, now);
    const tags = tagsOfChange(plan.topic, plan.edit);
    await finish(tx, { result: { slug: plan.edit.slug ?? plan.topic.slug }, tags });
    return { ...plan, tags };
  });
  if (done.isStale) return refuseStale(db, done.topic);
  return { topic: await toEditedDto(db, await findEditable(db, done.topic.slug)), tags: done.tags };
}

/**
 * The topic, and the columns that a change of it would write now. Does nothing.
 * @throws AppError as `changeTopic` does
 */
export async function checkTopicChange(
  db: Db,
  userId: string,
  slug: string,
  change: AnyTopicChange,
  now: Date,
): Promise<{ topic: TopicRow; edit: TopicEdit }> {
  const plan = await db.transaction(async (tx) => {
    await requireStaff(tx, userId, 'editor');
    return planChange(tx, slug, change, now);
  });
  return plan.isStale ? refuseStale(db, plan.topic) : plan;
}

type Plan = { isStale: true; topic: TopicRow } | { isStale: false; topic: TopicRow; edit: TopicEdit };

async function planChange(tx: DbOrTx, slug: string, change: AnyTopicChange, now: Date): Promise<Plan> {
  const topic = await findEditable(tx, slug);
  if (change.version !== null && topic.version !== change.version) return { isStale: true, topic };
  return { isStale: false, topic, edit: await checkChange(tx, topic, change, now) };
}

async function refuseStale(db: Db, topic: TopicRow): Promise<never> {
  throw new AppError('conflict', 'Someone else has changed this topic since you opened it.', {
    details: { current: await toEditedDto(db, await findEditable(db, topic.slug)) },
  });
}

/** The columns that differ, each checked. */
async function checkChange(
  tx: DbOrTx,
  topic: TopicRow,
  change: AnyTopicChange,
  now: Date,
): Promise<TopicEdit> {
  const edit: TopicEdit = {};
  const { description, wikidataId, mediaTopicId } = change;
  Object.assign(edit, defined({ description, wikidataId, mediaTopicId }));
  if (change.name !== undefined || change.aliases !== undefined) {
    const names = { name: change.name ?? topic.name, aliases: change.aliases ?? topic.aliases };
    Object.assign(edit, names, { labels: await checkLabels(tx, names, topic.id) });
  }
  if (topic.kind === 'section') refuseForSections(topic, change);
  else if (change.kind !== undefined) edit.kind = change.kind;
  if (change.slug !== undefined && change.slug !== topic.slug) {
    await checkSlug(tx, change.slug, topic.id);
    edit.slug = change.slug;
  }
  if (change.parent !== undefined) edit.parentId = (await checkParent(tx, change.parent, topic))?.id ?? null;
  const isRetired = change.isRetired ?? topic.retiredAt !== null;
  if (isRetired !== (topic.retiredAt !== null)) edit.retiredAt = isRetired ? now : null;
  if (!isRetired) edit.successorId = null;
  else if (change.successor !== undefined)
    edit.successorId = (await checkSuccessor(tx, change.successor, topic))?.id ?? null;
  return differing(topic, edit);
}

/** Sections are part of the site's settings: their slugs are in its header and in the source of articles. */
function refuseForSections(topic: TopicRow, change: AnyTopicChange): void {
  const why = 'of a section is set in the site’s settings';
  if (change.kind !== undefined && !EDITABLE_KINDS.includes(topic.kind as never))
    throw fieldError('kind', why);
  if (change.slug !== undefined && change.slug !== topic.slug) throw fieldError('slug', why);
  if (change.parent !== undefined && change.parent !== null) throw fieldError('parent', why);
  if (change.isRetired) throw fieldError('isRetired', 'is not for sections: articles are filed under them');
}

async function store(tx: DbOrTx, actor: Actor, topic: TopicRow, edit: TopicEdit, now: Date): Promise<void> {
  const after = await editTopicRow(tx, topic.id, edit, now);
  if (edit.slug) await redirectSlug(tx, topic.id, topic.slug, edit.slug);
  if (edit.parentId !== undefined) await rebuildTopics(tx, await listArticleIdsInTopics(tx, [topic.id]));
  if (edit.retiredAt === null) await forgetRetirementTold(tx, topic.id);
  await recordDeeds(tx, actor, await deedsOf(tx, topic, after, edit), now);
}

/** A new description concerns the topic's own page and the directory; all else shows wherever topics are named. */
function tagsOfChange(before: TopicRow, edit: TopicEdit): string[] {
  const keys = Object.keys(edit);
  if (keys.length === 0) return [];
  const isShownElsewhere = keys.some((key) =>
    ['slug', 'name', 'kind', 'parentId', 'retiredAt', 'successorId'].includes(key),
  );
  const slugs = [before.slug, edit.slug].filter((slug) => slug !== undefined);
  return [...slugs.map((slug) => `topic:${slug}`), 'topics', ...(isShownElsewhere ? [TOPIC_TREE_TAG] : [])];
}

async function findEditable(db: DbOrTx, slug: string): Promise<TopicRow> {
  const topic = await findTopic(db, slug);
  if (topic.kind === 'author') throw new AppError('not_found', 'Authors are kept with their articles.');
  return topic;
}

async function toEditedDto(db: Db, row: TopicRow): Promise<EditedTopicDto> {
  const { slug, name, kind, description, aliases, wikidataId, mediaTopicId, version } = row;
  const [parent, successor] = [await topicById(db, row.parentId), await topicById(db, row.successorId)];
  return {
    ...{ slug, name, kind, description, aliases, wikidataId, mediaTopicId, version },
    parent: parent?.slug ?? null,
    parentName: parent?.name ?? null,
    isRetired: row.retiredAt !== null,
    successor: successor?.slug ?? null,
    successorName: successor?.name ?? null,
    oldSlugs: await listOldSlugs(db, row.id),
    ...(await countTopic(db, row.id)),
  };
}

/** The topic with this id, or the one it has been merged into; null for none. */
async function topicById(db: DbOrTx, id: number | null): Promise<TopicRow | null> {
  const row = id === null ? null : await getTopicById(db, id);
  return row && inPlaceOf(db, row);
}

/** A slug made of a name. @throws AppError `bad_request` beside the slug when nothing of the name is left */
function slugOf(name: string): string {
  const slug = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, MAX_SLUG)
    .replace(/-+$/, '');
  if (!slug) throw fieldError('slug', 'cannot be made of this name: give one');
  return slug;
}

function defined<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}

function differing(row: TopicRow, edit: TopicEdit): TopicEdit {
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  return Object.fromEntries(
    Object.entries(edit).filter(([key, value]) => !isSame(row[key as keyof TopicRow], value)),
  );
}
