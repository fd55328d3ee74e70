import type { Metadata } from 'next';
import { type SearchParams, withQuery } from '@/app/_server/search-params.ts';
import { SectionHeading } from '@/components/layout/section-heading.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { CountedAt } from '@/features/topics/counted-at.tsx';
import styles from '@/features/topics/insights.module.css';
import { InsightsFilters } from '@/features/topics/insights-filters.tsx';
import { InsightsIntro } from '@/features/topics/insights-intro.tsx';
import { InsightsTable } from '@/features/topics/insights-table.tsx';
import { NewsroomPage, staffOnly } from '../newsroom-page.tsx';
import { loadInsights } from './load-insights.ts';

export const instant = false;
export const metadata: Metadata = { title: 'Insights', robots: { index: false } };

const PATH = '/admin/insights';
const TABLE_ID = 'all-topics';

export default async function InsightsPage({ searchParams }: { searchParams: SearchParams }) {
  const user = await staffOnly(PATH);
  const { query, insights, error } = await loadInsights(user.id, await searchParams);
  const { cursor, ...rest } = query;
  const { sort: _sort, ...filter } = rest;
  const { topics, nextCursor, countedAt, days } = insights;
  return (
    <NewsroomPage user={user} room={PATH} title="Insights">
      {error ? <Notice tone="error" title={error} /> : null}
      <InsightsIntro
        insights={insights}
        tableId={TABLE_ID}
        spanHref={(span) => withQuery(PATH, { ...rest, days: span })}
      />
      <section id={TABLE_ID} aria-label="All topics">
        <SectionHeading title="All topics" />
        <p className={styles.definition}>
          Followers are as of now; new followers, readers and articles are of the last {days} days. A reader
          counts once for a topic, however many of its articles they read.
        </p>
        <InsightsFilters query={query} />
        {topics.length > 0 ? (
          <InsightsTable
            caption={query.sort ? 'Demand and coverage' : 'Demand and coverage, by name'}
            topics={topics}
            sort={query.sort}
            sortedHref={(sort) => withQuery(PATH, { ...rest, sort })}
          />
        ) : (
          <p>No topic is like this.</p>
        )}
        <CountedAt at={countedAt} now={Date.now()}>
          {cursor ? <SiteLink href={withQuery(PATH, rest)}>First page</SiteLink> : null}
          {nextCursor ? (
            <SiteLink href={withQuery(PATH, { ...rest, cursor: nextCursor })}>Next topics</SiteLink>
          ) : null}
          <a href={withQuery('/api/admin/insights.csv', filter)}>Download CSV</a>
        </CountedAt>
      </section>
    </NewsroomPage>
  );
}
