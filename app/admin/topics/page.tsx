import type { Metadata } from 'next';
import { type SearchParams, withQuery } from '@/app/_server/search-params.ts';
import { Notice } from '@/components/ui/notice.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { CountedAt } from '@/features/topics/counted-at.tsx';
import { TopicFilters } from '@/features/topics/topic-filters.tsx';
import { TopicTable } from '@/features/topics/topic-table.tsx';
import { TopicWays } from '@/features/topics/topic-ways.tsx';
import { NewsroomPage, staffOnly } from '../newsroom-page.tsx';
import { loadTable } from './load-table.ts';

export const instant = false;
export const metadata: Metadata = { title: 'Topics', robots: { index: false } };

export default async function AdminTopicsPage({ searchParams }: { searchParams: SearchParams }) {
  const user = await staffOnly('/admin/topics');
  const { query, table, error, parentError } = await loadTable(user.id, await searchParams);
  const { cursor, ...rest } = query;
  return (
    <NewsroomPage user={user} room="/admin/topics" title="Topics">
      <TopicWays current="table" />
      <TopicFilters query={query} error={parentError} />
      {error ? <Notice tone="error" title={error} /> : null}
      {table.topics.length > 0 ? (
        <TopicTable
          caption={query.sort ? 'Topics' : query.q ? 'Topics, the best match first' : 'Topics by name'}
          topics={table.topics}
          query={query}
          sortedHref={(sort) => withQuery('/admin/topics', { ...rest, sort })}
        />
      ) : (
        <p>No topic is like this.</p>
      )}
      <CountedAt at={table.countedAt} now={Date.now()}>
        {cursor ? <SiteLink href={withQuery('/admin/topics', rest)}>First page</SiteLink> : null}
        {table.nextCursor ? (
          <SiteLink href={withQuery('/admin/topics', { ...rest, cursor: table.nextCursor })}>
            Next topics
          </SiteLink>
        ) : null}
      </CountedAt>
    </NewsroomPage>
  );
}
