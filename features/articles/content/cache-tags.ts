import type { ArticleState } from '@/db/queries/publishing.ts';
import type { StoredTopics } from './store-topics.ts';

/** An article as it was (if it was) and as it is now (if it is there). */
export type ArticleChange = { before: ArticleState | undefined; after: ArticleState | undefined };

type Named = { slug: string; kind: string };

/**
 * The cache tags of all that readers see differently now: the articles themselves, every topic and
 * author they are or were in, the front page, and the directory when topics or their counts changed.
 * Articles that were hidden and still are concern nobody.
 */
export function tagsOf(
  changes: ArticleChange[],
  topics: Map<number, Named>,
  touchedTopicIds: Iterable<number> = [],
): string[] {
  const tags = new Set<string>();
  const addTopic = (id: number) => {
    const topic = topics.get(id);
    if (topic) tags.add(`${topic.kind === 'author' ? 'author' : 'topic'}:${topic.slug}`);
  };
  for (const { before, after } of changes) {
    const seen = [before, after].filter((state): state is ArticleState => state?.isVisible === true);
    for (const state of seen) {
      tags.add(`article:${state.slug}`).add('front');
      state.topicIds.forEach(addTopic);
    }
    if (countsDiffer(before, after)) tags.add('topics');
  }
  for (const id of touchedTopicIds) {
    addTopic(id);
    if (topics.get(id)?.kind !== 'author') tags.add('topics');
  }
  return [...tags].sort();
}

/** Topics to be made afresh beyond those that changed: what stands directly below them shows them too. */
export function withChildren(ids: Set<number>, topics: StoredTopics['known']): Set<number> {
  const wider = new Set(ids);
  // A rename shows in the path of everything beneath, at any depth.
  for (let size = -1; size !== wider.size; ) {
    size = wider.size;
    for (const [id, topic] of topics) if (topic.parentId !== null && wider.has(topic.parentId)) wider.add(id);
  }
  return wider;
}

function countsDiffer(before: ArticleState | undefined, after: ArticleState | undefined): boolean {
  const counted = (state: ArticleState | undefined) =>
    state?.isVisible ? [...state.topicIds].sort((a, b) => a - b).join() : '';
  return counted(before) !== counted(after);
}
