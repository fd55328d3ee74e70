import type { Db, DbOrTx } from '@/db/client.ts';
import {
  listLineage,
  loadTaggedArticles,
  type TaggedArticle,
  type TagRow,
} from '@/db/queries/article-tags.ts';
import { lockNewsroom } from '@/db/queries/newsroom-locks.ts';
import { getTopic } from '@/db/queries/topics.ts';
import { requireStaff } from '@/features/accounts/staff.service.ts';
import { AppError, fieldError } from '@/lib/errors.ts';
import { hashToken } from '@/lib/tokens.ts';
import { stateOf } from './article-state.ts';
import type { ArticleTopicsChange, ArticleTopicsDto } from './article-topics.dto.ts';
import { FOLDER_PREFIX } from './content/content.ts';
import { namedTopics, retag } from './retagging.ts';
import { suggestTopics } from './topic-suggestions.ts';

const VERSION_LENGTH = 16;

/**
 * The topics of an article as its editors see them, visible or not, with those its text suggests.
 * @throws AppError `not_found`, `not_signed_in`, `forbidden`
 */
export async function getArticleTopics(db: Db, userId: string, slug: string): Promise<ArticleTopicsDto> {
  await requireStaff(db, userId, 'editor');
  return toDto(db, await findArticle(db, slug));
}

/**
 * Gives an article these topics in this order, which editors keep from then on. Its section and its authors
 * stay whatever is named; it must name at least one topic besides, as in the content folder, and 20 at most.
 * @throws AppError `bad_request` beside the topics; `conflict` when they have changed since `change.version`,
 *   with what they are now as `current`; `not_found`; `forbidden`
 */
export async function changeArticleTopics(
  db: Db,
  userId: string,
  slug: string,
  change: ArticleTopicsChange,
  now: Date,
): Promise<{ article: ArticleTopicsDto; tags: string[] }> {
  const tags = await db.transaction(async (tx) => {
    const actor = await requireStaff(tx, userId, 'editor');
    await lockNewsroom(tx);
    const article = await findArticle(tx, slug);
    if (versionOf(article) !== change.version) return null;
    const topics = await findTopics(tx, article, change.topics);
    return (await retag(tx, actor, [{ article, topics, field: 'topics' }], now)).tags;
  });
  const current = await toDto(db, await findArticle(db, slug));
  if (tags) return { article: current, tags };
  throw new AppError('conflict', 'The topics of this article have changed since you opened it.', {
    details: { current },
  });
}

/** True when there is such an article, visible or not. */
export async function isArticle(db: Db, slug: string): Promise<boolean> {
  return (await loadTaggedArticles(db, [slug])).length > 0;
}

async function findArticle(db: DbOrTx, slug: string): Promise<TaggedArticle> {
  const [article] = await loadTaggedArticles(db, [slug]);
  if (!article) throw new AppError('not_found', 'There is no such article.');
  return article;
}

/** The topics these slugs lead to, each once. Retired ones may stay, and may not come. */
async function findTopics(tx: DbOrTx, article: TaggedArticle, slugs: string[]): Promise<TagRow[]> {
  const found = new Map<number, TagRow>();
  for (const slug of slugs) {
    const topic = await getTopic(tx, slug);
    if (!topic) throw fieldError('topics', `“${slug}” is not a topic`);
    if (topic.kind === 'author')
      throw fieldError('topics', `${topic.name} is an author: authors stay as they are`);
    const isThere = article.direct.some((direct) => direct.id === topic.id);
    if (topic.retiredAt && !isThere) throw fieldError('topics', `${topic.name} is retired: restore it first`);
    if (topic.id !== article.sectionId) found.set(topic.id, topic);
  }
  return [...found.values()];
}

function versionOf(article: TaggedArticle): string {
  const ids = namedTopics(article).map((topic) => topic.id);
  return hashToken(ids.join()).slice(0, VERSION_LENGTH);
}

async function toDto(db: Db, article: TaggedArticle): Promise<ArticleTopicsDto> {
  const topics = namedTopics(article);
  const lineage = await listLineage(
    db,
    topics.map((topic) => topic.id),
  );
  const section = article.direct.find((topic) => topic.id === article.sectionId);
  const ref = ({ slug, name }: { slug: string; name: string }) => ({ slug, name });
  return {
    ...{ slug: article.slug, headline: article.headline, state: stateOf(article) },
    publishedAt: article.publishedAt.toISOString(),
    topics: topics.map((topic) => ({
      ...ref(topic),
      kind: topic.kind,
      isRetired: topic.retiredAt !== null,
      above: lineage.filter((row) => row.startId === topic.id).map(ref),
    })),
    section: section ? ref(section) : null,
    authors: article.direct.filter((topic) => topic.kind === 'author').map(ref),
    isManaged: article.topicsManagedAt !== null,
    hasFile: article.sourceHash.startsWith(FOLDER_PREFIX),
    version: versionOf(article),
    suggestions: await suggestTopics(db, article),
  };
}
