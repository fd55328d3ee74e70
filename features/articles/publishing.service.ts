import type { Db, DbOrTx } from '@/db/client.ts';
import { lockNewsroom } from '@/db/queries/newsroom-locks.ts';
import { listArticleIdsInTopics, loadPhotoFacts, loadStatesById } from '@/db/queries/publishing.ts';
import { loadTopics } from '@/db/queries/publishing-topics.ts';
import { getNextDueAt, lockDueArticles, releaseArticles } from '@/db/queries/release.ts';
import { tagsOf, withChildren } from './content/cache-tags.ts';
import { type Content, FOLDER_PREFIX } from './content/content.ts';
import { keepTexts, recallTexts, type TextKeeping } from './content/kept-texts.ts';
import { ContentError, type Mistake } from './content/mistakes.ts';
import { recallPhotoFacts } from './content/photo-facts.ts';
import { readContent } from './content/read-content.ts';
import { storeArticles } from './content/store-articles.ts';
import { retireMissing, storeTopics } from './content/store-topics.ts';
import type { PublishResult } from './publish-result.ts';

/** The databases on which this process has published a folder. */
const publishedOn = new WeakSet<Db>();

/**
 * Publishes the content folder `dir` as it is now. While it has mistakes nothing of it is stored;
 * articles that are due and whose own files are sound are released all the same. The first time in a
 * process it takes over what is known from before: pictures from the database, texts as `keeping` says.
 */
export async function publishFolder(
  db: Db,
  dir: string,
  now: Date,
  keeping?: TextKeeping,
): Promise<{ result: PublishResult; mistakes: Mistake[] }> {
  if (publishedOn.has(db)) return publishAsItIs(db, dir, now);
  recallPhotoFacts(await loadPhotoFacts(db, FOLDER_PREFIX));
  if (keeping) await recallTexts(keeping);
  const published = await publishAsItIs(db, dir, now);
  if (keeping) await keepTexts(keeping);
  publishedOn.add(db);
  return published;
}

async function publishAsItIs(
  db: Db,
  dir: string,
  now: Date,
): Promise<{ result: PublishResult; mistakes: Mistake[] }> {
  let soundHashes: ReadonlyMap<string, string> | undefined;
  try {
    const content = await readContent(dir);
    soundHashes = new Map(content.articles.map((article) => [article.slug, article.sourceHash]));
    return { result: await publishContent(db, content, now), mistakes: [] };
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    const result = await releaseDue(db, now, soundHashes ?? error.soundHashes);
    return { result, mistakes: error.mistakes };
  }
}

/**
 * Makes the database agree with a content folder, in one transaction, and releases whatever is due
 * at `now`. What has not changed is not written, so publishing twice is the same as once. Articles
 * keep their id and `firstVisibleAt` through edits; those whose file is gone are withdrawn until it
 * returns; topics that are gone are retired, or removed when nobody follows them and nothing is
 * about them. An article dated after `now` stays hidden until it is released (T20).
 * @throws ContentError when a slug is taken by something that is not from the folder; nothing is stored then
 */
export async function publishContent(db: Db, content: Content, now: Date): Promise<PublishResult> {
  return db.transaction((tx) => publishWithin(tx, content, now));
}

/** The same within a transaction of the caller's. */
export async function publishWithin(tx: DbOrTx, content: Content, now: Date): Promise<PublishResult> {
  await lockNewsroom(tx);
  const topics = await storeTopics(tx, content, now);
  // Of these the page shows a topic's name or place, although nothing of their own changed.
  const shown = await listArticleIdsInTopics(tx, [...topics.renamed]);
  const before = new Map((await loadStatesById(tx, shown)).map((state) => [state.id, state]));
  const stored = await storeArticles(tx, content, topics, now);
  for (const state of stored.before) before.set(state.id, state);
  await retireMissing(tx, topics, now);
  const retiredFrom = await listArticleIdsInTopics(tx, [...topics.renamed]);
  const { released, releasedIds } = await release(tx, now, () => true);

  const ids = [...new Set([...stored.ids, ...shown, ...retiredFrom, ...releasedIds])];
  const after = new Map((await loadStatesById(tx, ids)).map((state) => [state.id, state]));
  const changes = ids.map((id) => ({ before: before.get(id), after: after.get(id) }));
  return {
    added: stored.added.sort(),
    changed: stored.changed.sort(),
    withdrawn: stored.withdrawn.sort(),
    released,
    tags: tagsOf(changes, topics.known, touchedTopics(topics)),
    nextDueAt: await getNextDueAt(tx),
  };
}

/**
 * Releases the articles that are due at `now`. With `soundHashes` (fingerprints by slug) those from a
 * content folder only if their source still is what it was when they were stored: while the folder
 * has mistakes, an embargo may have been moved in a file that could not be published.
 */
export async function releaseDue(
  db: Db,
  now: Date,
  soundHashes?: ReadonlyMap<string, string>,
): Promise<PublishResult> {
  return db.transaction(async (tx) => {
    await lockNewsroom(tx);
    const isSound = (article: { slug: string; sourceHash: string }) =>
      soundHashes === undefined ||
      !article.sourceHash.startsWith(FOLDER_PREFIX) ||
      soundHashes.get(article.slug) === article.sourceHash;
    const { released, releasedIds } = await release(tx, now, isSound);
    const states = await loadStatesById(tx, releasedIds);
    const topics = new Map((releasedIds.length > 0 ? await loadTopics(tx) : []).map((row) => [row.id, row]));
    return {
      added: [],
      changed: [],
      withdrawn: [],
      released,
      tags: tagsOf(
        states.map((after) => ({ before: undefined, after })),
        topics,
      ),
      nextDueAt: await getNextDueAt(tx),
    };
  });
}

async function release(
  tx: DbOrTx,
  now: Date,
  isWanted: (article: { slug: string; sourceHash: string }) => boolean,
): Promise<{ released: string[]; releasedIds: number[] }> {
  const due = (await lockDueArticles(tx, now)).filter(isWanted);
  const releasedIds = due.map((article) => article.id);
  await releaseArticles(tx, releasedIds);
  return { released: due.map((article) => article.slug).sort(), releasedIds };
}

function touchedTopics(topics: Awaited<ReturnType<typeof storeTopics>>): Set<number> {
  const parents = [...topics.touched].map((id) => topics.known.get(id)?.parentId ?? null);
  const wider = withChildren(topics.renamed, topics.known);
  return new Set([...topics.touched, ...wider, ...parents.filter((id) => id !== null)]);
}
