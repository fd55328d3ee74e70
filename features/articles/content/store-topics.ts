import type { DbOrTx } from '@/db/client.ts';
import {
  deleteUnusedAuthors,
  insertAuthor,
  insertTopic,
  loadAuthors,
  loadRedirects,
  loadTopics,
  retireTopics,
  type TopicRecord,
  type TopicValues,
  updateAuthor,
  updateTopic,
} from '@/db/queries/publishing-topics.ts';
import { foldNames } from '@/lib/fold.ts';
import type { AuthorSource, Content, TopicSource } from './content.ts';
import { refuseLoops, refuseTakenNames, refuseTakenSlugs, type WantedTopic } from './refuse-topics.ts';

/** What became of the topics. Ids are database ids. */
export type StoredTopics = {
  idBySlug: Map<string, number>;
  authorIdBySlug: Map<string, number>;
  /** Every topic before and after, for naming what is concerned. */
  known: Map<number, Pick<TopicRecord, 'slug' | 'kind' | 'parentId'>>;
  /** Topics whose row or author changed in any way, with the parents they had before and have now. */
  touched: Set<number>;
  /** Those of them whose change shows wherever their articles are shown: name, kind, parent, retirement. */
  renamed: Set<number>;
  /** Those that have another parent now, so that the articles under them must be recomputed. */
  moved: Set<number>;
};

/**
 * Writes topics, authors and the authors' topics. Topics that the newsroom's tools have changed stay
 * as they are (ADR 007): a slug of the folder then means whatever it leads to now. What is missing
 * from `content` stays until `retireMissing`, because articles may still be in it.
 * @throws ContentError for slugs and names that belong to something else already, and for a loop of parents
 */
export async function storeTopics(tx: DbOrTx, content: Content, now: Date): Promise<StoredTopics> {
  const rows = await loadTopics(tx);
  const wanted = [...parentsFirst(content.topics), ...content.authors.map(toTopic)];
  const before = await rowsBySlug(tx, rows);
  refuseTakenSlugs(wanted, before);
  refuseTakenNames(wanted, before, rows);

  const stored: StoredTopics = {
    idBySlug: new Map(),
    authorIdBySlug: new Map(),
    known: new Map(rows.map((row) => [row.id, row])),
    touched: new Set(),
    renamed: new Set(),
    moved: new Set(),
  };
  for (const topic of wanted) await storeTopic(tx, topic, before.get(topic.slug), stored, now);
  refuseLoops(wanted, stored);
  await storeAuthors(tx, content.authors, stored);
  return stored;
}

/** Every topic by each slug that leads to it, past renames and merges. */
async function rowsBySlug(tx: DbOrTx, rows: TopicRecord[]): Promise<Map<string, TopicRecord>> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const inPlaceOf = (row: TopicRecord): TopicRecord => {
    const next = row.mergedIntoId === null ? undefined : byId.get(row.mergedIntoId);
    return next ? inPlaceOf(next) : row;
  };
  const bySlug = new Map(rows.map((row) => [row.slug, inPlaceOf(row)]));
  for (const [slug, id] of await loadRedirects(tx)) {
    const row = byId.get(id);
    if (row) bySlug.set(slug, inPlaceOf(row));
  }
  return bySlug;
}

/** Retires or removes topics and authors that the folder no longer has. Call it after the articles are written. */
export async function retireMissing(tx: DbOrTx, stored: StoredTopics, now: Date): Promise<void> {
  const gone = (await loadAuthors(tx)).filter((author) => !stored.authorIdBySlug.has(author.slug));
  await deleteUnusedAuthors(
    tx,
    gone.map((author) => author.id),
  );
  const rows = await loadTopics(tx);
  const missing = rows
    .filter((row) => !stored.idBySlug.has(row.slug) && row.retiredAt === null && row.managedAt === null)
    .map((row) => row.id);
  await retireTopics(tx, missing, now);
  for (const id of missing) {
    stored.touched.add(id);
    stored.renamed.add(id);
  }
}

async function storeTopic(
  tx: DbOrTx,
  topic: WantedTopic,
  row: TopicRecord | undefined,
  stored: StoredTopics,
  now: Date,
): Promise<void> {
  if (row?.managedAt) {
    stored.idBySlug.set(topic.slug, row.id);
    return;
  }
  const { slug, name, kind, description, aliases } = topic;
  // Authors' names may be alike, and topics may be called like an author.
  const labels = kind === 'author' ? [] : foldNames([name, ...aliases]);
  const parentId = topic.parent === undefined ? null : (stored.idBySlug.get(topic.parent) ?? null);
  const values: TopicValues = { slug, name, kind, description, aliases, labels, parentId };
  const id = row?.id ?? (await insertTopic(tx, values, now));
  stored.idBySlug.set(slug, id);
  const touchWith = (parent: number | null) => {
    stored.touched.add(id);
    if (parent !== null) stored.touched.add(parent);
  };
  if (!row) {
    touchWith(parentId);
    stored.renamed.add(id);
  } else {
    const isMoved = row.parentId !== parentId;
    const isRenamed = isMoved || row.name !== name || row.kind !== kind || row.retiredAt !== null;
    const isReworded =
      row.description !== description ||
      [...row.aliases, ...row.labels].join('\n') !== [...aliases, ...labels].join('\n');
    if (!isRenamed && !isReworded) return;
    await updateTopic(tx, id, values, now);
    touchWith(parentId);
    touchWith(row.parentId);
    if (isRenamed) stored.renamed.add(id);
    if (isMoved) stored.moved.add(id);
  }
  stored.known.set(id, { slug, kind, parentId });
}

async function storeAuthors(tx: DbOrTx, authors: AuthorSource[], stored: StoredTopics): Promise<void> {
  const before = new Map((await loadAuthors(tx)).map((row) => [row.slug, row]));
  for (const { slug, name, role, bio } of authors) {
    const topicId = stored.idBySlug.get(slug);
    if (topicId === undefined) throw new Error(`The author ${slug} has no topic.`);
    const row = before.get(slug);
    const values = { slug, name, role, bio, topicId };
    stored.authorIdBySlug.set(slug, row?.id ?? (await insertAuthor(tx, values)));
    const isSame = row?.name === name && row.role === role && row.bio === bio && row.topicId === topicId;
    if (isSame) continue;
    if (row) await updateAuthor(tx, row.id, values);
    stored.touched.add(topicId);
    stored.renamed.add(topicId);
  }
}

function toTopic({ slug, name, at }: AuthorSource): WantedTopic {
  return { slug, name, kind: 'author', aliases: [], description: '', at };
}

/** Topics in an order in which each follows its parent. The folder was checked to have no cycle. */
function parentsFirst(topics: TopicSource[]): TopicSource[] {
  const bySlug = new Map(topics.map((topic) => [topic.slug, topic]));
  const ordered = new Set<TopicSource>();
  const add = (topic: TopicSource) => {
    const parent = topic.parent === undefined ? undefined : bySlug.get(topic.parent);
    if (parent && !ordered.has(parent)) add(parent);
    ordered.add(topic);
  };
  topics.forEach(add);
  return [...ordered];
}
