import type { Db } from '@/db/client.ts';
import { endTopicsManaged, loadTaggedArticles } from '@/db/queries/article-tags.ts';
import { lockNewsroom } from '@/db/queries/newsroom-locks.ts';
import { requireStaff } from '@/features/accounts/staff.service.ts';
import { recordDeeds } from '@/features/audit/audit.service.ts';
import { AppError } from '@/lib/errors.ts';
import { type Content, FOLDER_PREFIX } from './content/content.ts';
import { ContentError } from './content/mistakes.ts';
import { readContent } from './content/read-content.ts';
import { publishWithin } from './publishing.service.ts';
import { namedTopics } from './retagging.ts';

/** A fingerprint that no file has. */
const STALE_HASH = `${FOLDER_PREFIX}to be read again`;

/**
 * Lets the file of an article decide its topics again, and publishes the content folder `dir` in the same
 * transaction, so that the article has them at once. One whose file decides already is left as it is.
 * Returns the cache tags of all that changed.
 * @throws AppError `conflict` while the folder has mistakes or no file of this article, and then nothing
 *   has changed; `not_found`; `forbidden`
 */
export async function letFileDecide(
  db: Db,
  userId: string,
  slug: string,
  dir: string,
  now: Date,
): Promise<{ tags: string[] }> {
  await requireStaff(db, userId, 'editor');
  try {
    const content = await readContent(dir);
    return await giveBack(db, userId, slug, content, now);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    const count = error.mistakes.length;
    const mistakes = count === 1 ? 'a mistake' : `${count} mistakes`;
    throw new AppError('conflict', `The content folder has ${mistakes}, which must be mended first.`);
  }
}

async function giveBack(
  db: Db,
  userId: string,
  slug: string,
  content: Content,
  now: Date,
): Promise<{ tags: string[] }> {
  return db.transaction(async (tx) => {
    const actor = await requireStaff(tx, userId, 'editor');
    await lockNewsroom(tx);
    const [article] = await loadTaggedArticles(tx, [slug]);
    if (!article) throw new AppError('not_found', 'There is no such article.');
    if (article.topicsManagedAt === null) return { tags: [] };
    const source = content.articles.find((candidate) => candidate.slug === slug);
    if (!source || !article.sourceHash.startsWith(FOLDER_PREFIX))
      throw new AppError('conflict', 'This article has no file in the content folder.');
    const before = { topics: namedTopics(article).map((topic) => topic.slug) };
    await endTopicsManaged(tx, article.id, STALE_HASH);
    const deed = { action: 'article.follow-file', subject: 'article' as const, subjectKey: slug };
    const after = { topics: source.topics };
    await recordDeeds(tx, actor, [{ ...deed, subjectName: article.headline, before, after }], now);
    return publishWithin(tx, content, now);
  });
}
