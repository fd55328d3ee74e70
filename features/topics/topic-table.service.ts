import type { Db } from '@/db/client.ts';
import {
  listTopicTable,
  type TopicTableKey,
  type TopicTablePosition,
  type TopicTableRow,
} from '@/db/queries/topic-table.ts';
import { getTopic } from '@/db/queries/topics.ts';
import { requireStaff } from '@/features/accounts/staff.service.ts';
import { AppError, fieldError } from '@/lib/errors.ts';
import { fold } from '@/lib/fold.ts';
import { sign, verify } from '@/lib/tokens.ts';
import { freshenFigures } from './figures.service.ts';

import {
  TOP_LEVEL,
  type TopicTableDto,
  type TopicTableQuery,
  type TopicTableRowDto,
} from './topic-table.dto.ts';

const PAGE_SIZE = 50;

/**
 * A page of the editors' table of topics.
 * @throws AppError `bad_request` for a cursor that was not made here for this sort and these filters,
 *   and beside `parent` for a slug that is no topic's; `forbidden`
 */
export async function getTopicTable(
  { db, secret }: { db: Db; secret: string },
  userId: string,
  query: TopicTableQuery,
): Promise<TopicTableDto> {
  await requireStaff(db, userId, 'editor');
  const after = query.cursor ? decodeCursor(secret, query) : null;
  const countedAt = await freshenFigures(db, 'topic_counts');
  const { parent } = query;
  const rows = await listTopicTable(db, {
    ...sortOf(query),
    state: query.state || 'present',
    kind: query.kind || null,
    parentId: parent && parent !== TOP_LEVEL ? await parentIdOf(db, parent) : null,
    isTopLevelOnly: parent === TOP_LEVEL,
    needle: fold(query.q),
    after,
    limit: PAGE_SIZE + 1,
  });
  const shown = rows.slice(0, PAGE_SIZE);
  const last = rows.length > PAGE_SIZE ? shown.at(-1) : undefined;
  return {
    topics: shown.map(toRowDto),
    nextCursor: last ? sign(secret, purpose(query), JSON.stringify([last.key, last.id])) : null,
    countedAt: countedAt?.toISOString() ?? null,
  };
}

function sortOf({ q, sort }: TopicTableQuery): { key: TopicTableKey; isDescending: boolean } {
  const isDescending = sort.startsWith('-');
  // Of very many that hold a word, the one that is called it comes first.
  return { key: (sort.replace('-', '') || (q ? 'match' : 'name')) as TopicTableKey, isDescending };
}

async function parentIdOf(db: Db, slug: string): Promise<number> {
  const topic = await getTopic(db, slug);
  if (!topic || topic.kind === 'author') throw fieldError('parent', 'is not the slug of a topic');
  return topic.id;
}

/** Under the signature, so that a cursor of another list, sort or filter is refused (T18). */
function purpose({ q, kind, parent, state, sort }: TopicTableQuery): string {
  return `topic-table:v1:${JSON.stringify([q, kind, parent, state, sort])}`;
}

function decodeCursor(secret: string, query: TopicTableQuery): TopicTablePosition {
  const payload = verify(secret, purpose(query), query.cursor);
  if (payload === null)
    throw new AppError('bad_request', 'This cursor is not valid here. Start from the first page.');
  const [key, id] = JSON.parse(payload) as [string | number, number];
  return { key, id };
}

function toRowDto(row: TopicTableRow): TopicTableRowDto {
  const { slug, name, kind, isRetired, followerCount, newFollowerCount, articleCount, hasChildren } = row;
  const ref = (refSlug: string | null, refName: string | null) =>
    refSlug === null ? null : { slug: refSlug, name: refName ?? refSlug };
  return {
    ...{ slug, name, kind, isRetired, followerCount, newFollowerCount, articleCount, hasChildren },
    parent: ref(row.parentSlug, row.parentName),
    mergedInto: ref(row.mergedIntoSlug, row.mergedIntoName),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  };
}
