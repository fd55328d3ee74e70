import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getContext } from '@/app/_server/context.ts';
import { pageOrFirst, RemovedNotice, readKept } from '@/app/_server/kept-pages.tsx';
import { oneParam, type SearchParams } from '@/app/_server/search-params.ts';
import { currentUser } from '@/app/_server/session.ts';
import { ListSearch } from '@/components/feed/list-search.tsx';
import { OwnPages } from '@/components/layout/own-pages.tsx';
import { Page } from '@/components/layout/page.tsx';
import { PageHeading } from '@/components/layout/page-heading.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { ClearHistory } from '@/features/reads/clear-history.tsx';
import { HistoryOff } from '@/features/reads/history-off.tsx';
import { getHistoryPage, keepsHistory } from '@/features/reads/reads.service.ts';
import { KEPT_SEARCH_MAX } from '@/features/saved/saved.dto.ts';
import { keptSearch } from '@/features/saved/saved.queries.ts';
import { History } from './history-island.tsx';

export const instant = false;
export const metadata: Metadata = { title: 'Reading history', robots: { index: false } };

export default async function HistoryPage({ searchParams }: { searchParams: SearchParams }) {
  const user = await currentUser();
  if (!user) redirect('/signin?returnTo=%2Fhistory');
  const { db, settings } = getContext();
  const isKept = await keepsHistory(db, user.id);
  if (!isKept) return <WithoutHistory />;

  const params = await searchParams;
  const { q, cursor } = readKept(params);
  const load = (at: string | undefined) =>
    getHistoryPage({ db, secret: settings.secret }, user.id, new Date(), { q, cursor: at });
  const firstPage = await pageOrFirst(load, cursor);
  const here = `/history${keptSearch(q, cursor ?? null)}`;
  const isSomething = firstPage.items.length > 0;
  return (
    <Page>
      <PageHeading
        title="Reading history"
        description={
          cursor ? (
            <a href={`/history${keptSearch(q)}`}>Back to what you read last.</a>
          ) : (
            'What you opened or marked as read, the last first. It goes back 90 days, and nobody but you sees it.'
          )
        }
      />
      <OwnPages current="/history" />
      {oneParam(params, 'cleared') ? <Notice tone="success" title="Your reading history is cleared" /> : null}
      <RemovedNotice
        params={params}
        title="Removed from your reading history"
        action="/api/read"
        wanted="read"
      />
      {isSomething || q ? (
        <ListSearch action="/history" label="Search what you read" q={q} maxLength={KEPT_SEARCH_MAX} />
      ) : null}
      <History key={here} q={q} firstPage={firstPage} here={here} />
      {isSomething ? <ClearHistory /> : null}
    </Page>
  );
}

function WithoutHistory() {
  return (
    <Page>
      <PageHeading title="Reading history" />
      <OwnPages current="/history" />
      <HistoryOff />
    </Page>
  );
}
