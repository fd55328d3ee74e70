import { getContext } from '@/app/_server/context.ts';
import { oneParam, type SearchParams } from '@/app/_server/search-params.ts';
import {
  type InsightsDto,
  type InsightsQuery,
  insightsQueryDto,
} from '@/features/topics/topic-insights.dto.ts';
import { getInsights } from '@/features/topics/topic-insights.service.ts';
import { AppError } from '@/lib/errors.ts';

type Loaded = {
  query: InsightsQuery;
  insights: InsightsDto;
  /** What is wrong with the address, if anything: then the first page is shown. */
  error?: string;
};

/** The insights an address asks for. What it asks in no known words is left out, and said. */
export async function loadInsights(userId: string, params: Awaited<SearchParams>): Promise<Loaded> {
  const { db, settings } = getContext();
  const given = Object.keys(insightsQueryDto.shape).map((name) => [name, oneParam(params, name)]);
  const parsed = insightsQueryDto.safeParse(Object.fromEntries(given));
  const query = parsed.success ? parsed.data : insightsQueryDto.parse({});
  const get = (asked: InsightsQuery) => getInsights({ db, secret: settings.secret }, userId, asked);
  if (!parsed.success)
    return { query, insights: await get(query), error: 'This address asks for nothing we know.' };
  try {
    return { query, insights: await get(query) };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'bad_request') throw error;
    const first = { ...query, cursor: '' };
    return { query: first, insights: await get(first), error: error.message };
  }
}
