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
import { SiteLink } from '@/components/ui/site-link.tsx';
import { KEPT_SEARCH_MAX, SAVE_LIMIT } from '@/features/saved/saved.dto.ts';
import { keptSearch } from '@/features/saved/saved.queries.ts';
import { getSavedPage } from '@/features/saved/saved.service.ts';
import { Saved } from './saved-island.tsx';

export const instant = false;
export const metadata: Metadata = { title: 'Saved', robots: { index: false } };

export default async function SavedPage({ searchParams }: { searchParams: SearchParams }) {
  const user = await currentUser();
  if (!user) redirect('/signin?returnTo=%2Fsaved');
  const { db, settings } = getContext();
  const params = await searchParams;
  const { q, cursor } = readKept(params);
  const load = (at: string | undefined) =>
    getSavedPage({ db, secret: settings.secret }, user.id, { q, cursor: at });
  const firstPage = await pageOrFirst(load, cursor);
  const isSomething = firstPage.items.length > 0;
  const justSaved = firstPage.items.find((item) => item.slug === oneParam(params, 'saved'));
  return (
    <Page>
      <PageHeading
        title="Saved"
        description={
          cursor ? (
            <a href={`/saved${keptSearch(q)}`}>Back to what you saved last.</a>
          ) : (
            'Articles you keep for later, the last saved first. They stay until you remove them.'
          )
        }
      />
      <OwnPages current="/saved" />
      {oneParam(params, 'error') === 'limit' ? (
        <Notice
          tone="error"
          title={`You have saved ${SAVE_LIMIT.toLocaleString('en')} articles, and that is the most`}
        >
          Remove some first.
        </Notice>
      ) : null}
      {justSaved ? (
        <Notice tone="success" title="Saved">
          Back to <SiteLink href={`/article/${justSaved.slug}`}>{justSaved.headline}</SiteLink>
        </Notice>
      ) : null}
      <RemovedNotice params={params} title="Removed from Saved" action="/api/save" wanted="save" />
      {isSomething || q ? (
        <ListSearch action="/saved" label="Search what you saved" q={q} maxLength={KEPT_SEARCH_MAX} />
      ) : null}
      <Saved key={keptSearch(q, cursor ?? null)} q={q} firstPage={firstPage} />
    </Page>
  );
}
