import { getContext } from '@/app/_server/context.ts';
import { oneParam, type SearchParams } from '@/app/_server/search-params.ts';
import {
  type TopicTableDto,
  type TopicTableQuery,
  topicTableQueryDto,
} from '@/features/topics/topic-table.dto.ts';
import { getTopicTable } from '@/features/topics/topic-table.service.ts';
import { AppError } from '@/lib/errors.ts';

const NO_TOPICS: TopicTableDto = { topics: [], nextCursor: null, countedAt: null };

type Loaded = {
  query: TopicTableQuery;
  table: TopicTableDto;
  /** What is wrong with the address, if anything; `parentError` when it is the parent. */
  error?: string;
  parentError?: string;
};

/** The table an address asks for. What it asks in no known words is left out. */
export async function loadTable(userId: string, params: Awaited<SearchParams>): Promise<Loaded> {
  const given = Object.keys(topicTableQueryDto.shape).map((name) => [name, oneParam(params, name)]);
  const parsed = topicTableQueryDto.safeParse(Object.fromEntries(given));
  const query = parsed.success ? parsed.data : topicTableQueryDto.parse({});
  const { db, settings } = getContext();
  try {
    return { query, table: await getTopicTable({ db, secret: settings.secret }, userId, query) };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'bad_request') throw error;
    const nothing = { query, table: NO_TOPICS };
    if (error.details) return { ...nothing, parentError: 'There is no topic with this address.' };
    return { ...nothing, error: error.message };
  }
}
