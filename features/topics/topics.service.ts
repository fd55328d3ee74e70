import type { Db, DbOrTx } from '@/db/client.ts';
import { findListedTopics, findMeantTopics } from '@/db/queries/topic-search.ts';
import {
  getTopic,
  getTopicFamily,
  hasMoreTopics,
  listSuccessors,
  listTopics,
  type TopicFamily,
  type TopicRow,
} from '@/db/queries/topics.ts';
import { AppError } from '@/lib/errors.ts';
import type { TopicDto, TopicListingDto, TopicNameDto } from './topic.dto.ts';

/** More topics than this on a page are too many to be read, and to be sent to a phone. */
export const DIRECTORY_SIZE = 300;
export const FAMILY_SIZE = 30;

/** The topic this slug leads to, by whatever rename or merge. @throws AppError `not_found` */
export async function findTopic(db: DbOrTx, slug: string): Promise<TopicRow> {
  const topic = await getTopic(db, slug);
  if (!topic) throw new AppError('not_found', 'There is no such topic.');
  return topic;
}

export type TopicPage = {
  id: number;
  topic: TopicDto;
  /** Where the followers of a retired topic may turn. */
  successor: TopicNameDto | null;
  family: TopicFamily;
};

/** A topic with its parents and children, or null. Old slugs lead here too: compare `topic.slug`. */
export async function getTopicPage(db: Db, slug: string): Promise<TopicPage | null> {
  const row = await getTopic(db, slug);
  if (!row) return null;
  const successor = row.retiredAt ? ((await getSuccessors(db, [row.id])).get(row.id) ?? null) : null;
  return {
    id: row.id,
    topic: toTopicDto(row),
    successor,
    family: await getTopicFamily(db, row, FAMILY_SIZE),
  };
}

/** The topics that may be followed in place of these retired ones, by the id of the retired one. */
export async function getSuccessors(db: Db, topicIds: number[]): Promise<Map<number, TopicNameDto>> {
  if (topicIds.length === 0) return new Map();
  const rows = await listSuccessors(db, topicIds);
  return new Map(rows.map(({ topicId, slug, name }) => [topicId, { slug, name }]));
}

export type Directory = {
  topics: TopicListingDto[];
  /** False for a paper with more topics than a page can list. */
  isWhole: boolean;
};

/** The directory, by name; of a large paper the topics with the most articles. */
export async function getDirectory(db: Db): Promise<Directory> {
  const topics = await listTopics(db, DIRECTORY_SIZE);
  return { topics, isWhole: topics.length < DIRECTORY_SIZE || !(await hasMoreTopics(db, DIRECTORY_SIZE)) };
}

/**
 * Topics with a name or alias that begins with `q` (case and accents folded), then those with a word that does,
 * then, where those are few, those that are spelt like it; the directory for an empty `q`.
 */
export async function searchTopics(db: Db, q: string, limit: number): Promise<TopicListingDto[]> {
  if (q.trim() === '') return (await listTopics(db, DIRECTORY_SIZE)).slice(0, limit);
  return findListedTopics(db, q, limit);
}

/** A topic or author that a search may mean. */
export type MeantTopic = TopicNameDto & { isAuthor: boolean; isSpelt: boolean };

/**
 * The same, with authors among them, for a page of what was found; those spelt like it (`isSpelt` is false) only
 * where guesses are asked for: they take several times as long.
 */
export async function getMeantTopics(
  db: Db,
  q: string,
  limit: number,
  hasGuesses: boolean,
): Promise<MeantTopic[]> {
  const rows = await findMeantTopics(db, q, limit, { hasAuthors: true, hasGuesses });
  return rows.map(({ slug, name, kind, isSpelt }) => ({ slug, name, isAuthor: kind === 'author', isSpelt }));
}

function toTopicDto(row: TopicRow): TopicDto {
  const { slug, name, kind, description, aliases } = row;
  return { slug, name, kind, description, aliases, isRetired: row.retiredAt !== null };
}
