import type { Metadata } from 'next';
import { getContext } from '@/app/_server/context.ts';
import { oneParam, type SearchParams, withQuery } from '@/app/_server/search-params.ts';
import { Notice } from '@/components/ui/notice.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { CountedAt } from '@/features/topics/counted-at.tsx';
import { TopicFilters } from '@/features/topics/topic-filters.tsx';
import { topicTableQueryDto } from '@/features/topics/topic-table.dto.ts';
import { getTopicTable } from '@/features/topics/topic-table.service.ts';
import { TopicTable } from '@/features/topics/topic-table.tsx';
import { TopicWays } from '@/features/topics/topic-ways.tsx';
import { AppError } from '@/lib/errors.ts';
import { NewsroomPage, staffOnly } from '../newsroom-page.tsx';

export const instant = false;
export const metadata: Metadata = { title: 'Topics', robots: { index: false } };

const NO_TOPICS = { topics: [], nextCursor: null, countedAt: null };

export default async function AdminTopicsPage({ searchParams }: { searchParams: SearchParams }) {
  const user = await staffOnly('/admin/topics');
  const query = readTableQuery(await searchParams);
  const { db, settings } = getContext();
  const found = await getTopicTable({ db, secret: settings.secret }, user.id, query).catch(
    (error: unknown) => {
      if (error instanceof AppError && error.code === 'bad_request') return error;
      throw error;
    },
  );
  const { topics, nextCursor, countedAt } = found instanceof AppError ? NO_TOPICS : found;
  const { cursor, ...rest } = query;
  const isParentWrong = found instanceof AppError && found.details !== undefined;
  return (
    <NewsroomPage user={user} room="/admin/topics" title="Topics">
      <TopicWays current="table" />
      <TopicFilters
        query={query}
        error={isParentWrong ? 'There is no topic with this address.' : undefined}
      />
      {found instanceof AppError && !isParentWrong ? <Notice tone="error" title={found.message} /> : null}
      {topics.length > 0 ? (
        <TopicTable
          caption={query.sort ? 'Topics' : 'Topics by name'}
          topics={topics}
          query={query}
          sortedHref={(sort) => withQuery('/admin/topics', { ...rest, sort })}
        />
      ) : (
        <p>No topic is like this.</p>
      )}
      <CountedAt at={countedAt} now={Date.now()}>
        {cursor ? <SiteLink href={withQuery('/admin/topics', rest)}>First page</SiteLink> : null}
        {nextCursor ? (
          <SiteLink href={withQuery('/admin/topics', { ...rest, cursor: nextCursor })}>Next topics</SiteLink>
        ) : null}
      </CountedAt>
    </NewsroomPage>
  );
}

/** What the address asks for; what it asks wrongly is left out. */
function readTableQuery(params: Awaited<SearchParams>) {
  const given = Object.keys(topicTableQueryDto.shape).map((name) => [name, oneParam(params, name)]);
  const parsed = topicTableQueryDto.safeParse(Object.fromEntries(given));
  return parsed.success ? parsed.data : topicTableQueryDto.parse({});
}
