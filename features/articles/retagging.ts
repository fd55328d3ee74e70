import type { DbOrTx } from '@/db/client.ts';
import {
  loadTopicNames,
  replaceDirectTopics,
  type TaggedArticle,
  type TagRow,
} from '@/db/queries/article-tags.ts';
import { loadStatesById } from '@/db/queries/publishing.ts';
import type { Actor } from '@/features/accounts/staff.service.ts';
import { recordDeeds } from '@/features/audit/audit.service.ts';
import { fieldError } from '@/lib/errors.ts';
import { MAX_TOPICS } from './article-topics.dto.ts';
import { tagsOf } from './content/cache-tags.ts';

/** An article, the topics it is to name, and the field of the request that wants it so. */
export type Retagging = { article: TaggedArticle; topics: TagRow[]; field: string };

const NAMED = 5;

/** The topics an article names: its direct ones but for the section it is filed under and its authors. */
export function namedTopics({ direct, sectionId }: TaggedArticle): TagRow[] {
  return direct.filter((topic) => topic.kind !== 'author' && topic.id !== sectionId);
}

/**
 * Gives articles other topics, within a transaction that holds the newsroom's lock. Section and authors
 * stay, and stand after the topics as they do when the source decides. What is the same is not written.
 * Returns the articles that changed, and the cache tags of every page that shows it.
 * @throws AppError `bad_request` beside the field when an article would name none or too many; nothing is written then
 */
export async function retag(
  tx: DbOrTx,
  actor: Actor,
  wanted: Retagging[],
  now: Date,
): Promise<{ changed: TaggedArticle[]; tags: string[] }> {
  const changes = wanted.filter(({ article, topics }) => idsOf(topics) !== idsOf(namedTopics(article)));
  refuse(changes, ({ topics }) => topics.length === 0, 'would name no topic besides the section');
  refuse(changes, ({ topics }) => topics.length > MAX_TOPICS, `would name more than ${MAX_TOPICS} topics`);
  if (changes.length === 0) return { changed: [], tags: [] };
  const ids = changes.map(({ article }) => article.id);
  const before = new Map((await loadStatesById(tx, ids)).map((state) => [state.id, state]));
  await replaceDirectTopics(
    tx,
    changes.map(({ article, topics }) => {
      const rest = article.direct.filter((topic) => !namedTopics(article).includes(topic));
      return { articleId: article.id, topicIds: [...topics, ...rest].map((topic) => topic.id) };
    }),
    now,
  );
  const after = await loadStatesById(tx, ids);
  const slugsOf = (topics: TagRow[]) => ({ topics: topics.map((topic) => topic.slug) });
  const deeds = changes.map(({ article, topics }) => ({
    ...{ action: 'article.retag', subject: 'article' as const },
    ...{ subjectKey: article.slug, subjectName: article.headline },
    ...{ before: slugsOf(namedTopics(article)), after: slugsOf(topics) },
  }));
  await recordDeeds(tx, actor, deeds, now);
  const states = after.map((state) => ({ before: before.get(state.id), after: state }));
  const concerned = states.flatMap((state) => [...(state.before?.topicIds ?? []), ...state.after.topicIds]);
  const names = await loadTopicNames(tx, [...new Set(concerned)]);
  return { changed: changes.map(({ article }) => article), tags: tagsOf(states, names) };
}

/**
 * Refuses all of a change for the sake of the articles that are wrong, and names them.
 * @throws AppError `bad_request` beside their field
 */
export function refuse(list: Retagging[], isWrong: (item: Retagging) => boolean, why: string): void {
  const wrong = list.filter(isWrong);
  if (!wrong[0]) return;
  const headlines = wrong.slice(0, NAMED).map(({ article }) => `“${article.headline}”`);
  const more = wrong.length > NAMED ? ` and ${wrong.length - NAMED} more` : '';
  throw fieldError(wrong[0].field, `${headlines.join(', ')}${more} ${why}`);
}

function idsOf(topics: TagRow[]): string {
  return topics.map((topic) => topic.id).join();
}
