import type { Metadata } from 'next';
import { connection } from 'next/server';
import { getContext } from '@/app/_server/context.ts';
import type { SearchParams } from '@/app/_server/search-params.ts';
import { Page } from '@/components/layout/page.tsx';
import { PageHeading } from '@/components/layout/page-heading.tsx';
import type { SearchOutcome, SearchQuery } from '@/features/search/search.dto.ts';
import { searchArticles } from '@/features/search/search.service.ts';
import { SearchForm } from '@/features/search/search-form.tsx';
import { getMeantTopics } from '@/features/topics/topics.service.ts';
import { AppError } from '@/lib/errors.ts';
import { Found } from './found.tsx';
import { readSearchQuery } from './read-search-query.ts';
import { SearchFieldIsland } from './search-field-island.tsx';
import { SearchHelp } from './search-help.tsx';

export const instant = false;
export const metadata: Metadata = { title: 'Search', robots: { index: false } };

const MEANT_TOPICS = 4;

type Props = { searchParams: SearchParams };

/** What was searched for, found anew for each request: what is published or withdrawn is so here at once. */
export default async function SearchPage({ searchParams }: Props) {
  await connection();
  const query = readSearchQuery(await searchParams);
  // What a field can hold of it, so that nobody has to type it anew.
  const typed = query.q.replaceAll('\0', '').toWellFormed();
  const outcome = query.q.trim() === '' ? null : await search(query);
  const page = outcome && 'page' in outcome ? outcome.page : null;
  const errors = outcome && 'errors' in outcome ? outcome.errors : {};
  const isNothing = page?.hits.length === 0 && !page.nextCursor && !query.cursor;
  return (
    <Page>
      <PageHeading title="Search" />
      <SearchForm query={query} errors={errors} topics={page?.topics ?? []} authors={page?.authors ?? []}>
        <SearchFieldIsland key={typed} value={typed} error={errors.q} />
      </SearchForm>
      {page ? (
        <Found
          query={query}
          page={page}
          isNothing={isNothing}
          // Guesses are for those who have nothing else.
          topics={query.cursor ? [] : await getMeantTopics(getContext().db, query.q, MEANT_TOPICS, isNothing)}
        />
      ) : (
        <SearchHelp />
      )}
    </Page>
  );
}

async function search(query: SearchQuery): Promise<SearchOutcome> {
  const { db, settings } = getContext();
  const deps = { db, secret: settings.secret };
  return searchArticles(deps, query).catch((error: unknown) => {
    // A cursor that is old or of another search: the first page serves better than an error.
    if (!(error instanceof AppError && error.code === 'bad_request')) throw error;
    return searchArticles(deps, { ...query, cursor: undefined });
  });
}
