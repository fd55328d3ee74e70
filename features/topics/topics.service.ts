import type { Db, DbOrTx } from '@/db/client.ts';
import {
  getTopic,
  getTopicFamily,
  listSuccessors,
  listTopics,
  type TopicFamily,
  type TopicRow,
} from '@/db/queries/topics.ts';
import { AppError } from '@/lib/errors.ts';
import { fold } from '@/lib/fold.ts';
import type { TopicDto, TopicListingDto, TopicNameDto } from './topic.dto.ts';

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
  return { id: row.id, topic: toTopicDto(row), successor, family: await getTopicFamily(db, row) };
}

/** The topics that may be followed in place of these retired ones, by the id of the retired one. */
export async function getSuccessors(db: Db, topicIds: number[]): Promise<Map<number, TopicNameDto>> {
  if (topicIds.length === 0) return new Map();
  const rows = await listSuccessors(db, topicIds);
  return new Map(rows.map(({ topicId, slug, name }) => [topicId, { slug, name }]));
}

/** The whole directory, by name. */
export async function getDirectory(db: Db): Promise<TopicListingDto[]> {
  return listTopics(db);
}

/**
 * Topics whose name, alias or slug holds `q` (case and accents folded), names that begin with it
 * first; all of them for an empty `q`.
 */
export async function searchTopics(db: Db, q: string, limit: number): Promise<TopicListingDto[]> {
  const needle = fold(q);
  const all = await listTopics(db);
  const rank = (topic: TopicListingDto) => {
    if (fold(topic.name).startsWith(needle)) return 0;
    if (topic.aliases.some((alias) => fold(alias).startsWith(needle))) return 1;
    return [topic.name, topic.slug, ...topic.aliases].some((text) => fold(text).includes(needle)) ? 2 : 3;
  };
  return all
    .map((topic) => ({ topic, rank: rank(topic) }))
    .filter((entry) => entry.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map((entry) => entry.topic);
}

function toTopicDto(row: TopicRow): TopicDto {
  const { slug, name, kind, description, aliases } = row;
  return { slug, name, kind, description, aliases, isRetired: row.retiredAt !== null };
}
