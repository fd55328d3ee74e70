import { withQuery } from '@/app/_server/search-params.ts';
import { EmptyState } from '@/components/feed/empty-state.tsx';
import { TopicRow, TopicRows } from '@/components/feed/topic-row.tsx';
import { SectionHeading } from '@/components/layout/section-heading.tsx';
import { buttonClass } from '@/components/ui/button.tsx';
import { Chip, ChipRow } from '@/components/ui/chip.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { FollowButton } from '@/features/follows/follow-button.tsx';
import type { SearchPageDto, SearchQuery } from '@/features/search/search.dto.ts';
import { BEST_OF } from '@/features/search/search.service.ts';
import { SearchHits } from '@/features/search/search-hits.tsx';
import type { MeantTopic } from '@/features/topics/topics.service.ts';
import { formatWholeDate } from '@/lib/time.ts';
import styles from './search.module.css';
import { NewestArticles } from './search-help.tsx';

type Props = { query: SearchQuery; page: SearchPageDto; isNothing: boolean; topics: MeantTopic[] };

/** What was found: topics that the words name, and a page of articles. */
export function Found({ query, page, isNothing, topics }: Props) {
  return (
    <>
      {isNothing ? <NothingFound query={query} /> : null}
      {topics.length > 0 ? (
        <section aria-labelledby="topics" className={styles.part}>
          <SectionHeading title={isNothing ? 'Did you mean' : 'Topics'} id="topics" />
          <TopicRows>
            {topics.map(({ slug, name, isAuthor }) => (
              <TopicRow
                key={slug}
                slug={slug}
                name={name}
                isAuthor={isAuthor}
                action={<FollowButton slug={slug} topicName={name} label="action" />}
              />
            ))}
          </TopicRows>
        </section>
      ) : null}
      {isNothing ? <NewestArticles /> : <Articles query={query} page={page} />}
    </>
  );
}

function NothingFound({ query }: { query: SearchQuery }) {
  const isNarrowed = Boolean(query.topic || query.author || query.from || query.to);
  return (
    <EmptyState
      title={`No article has “${query.q.trim()}”`}
      actions={
        isNarrowed ? (
          <SiteLink className={buttonClass('outline')} href={withQuery('/search', { q: query.q })}>
            Search the whole paper
          </SiteLink>
        ) : undefined
      }
    >
      <p>Try fewer words, or look at how they are spelt.</p>
    </EmptyState>
  );
}

function Articles({ query, page }: { query: SearchQuery; page: SearchPageDto }) {
  const { hits, nextCursor } = page;
  const { cursor: _cursor, order, ...rest } = query;
  const isBest = order === 'best';
  return (
    <section aria-labelledby="articles" className={styles.part}>
      <SectionHeading title="Articles" id="articles" />
      <div className={styles.order}>
        <ChipRow label="Order">
          <Chip href={withQuery('/search', rest)} isCurrent={!isBest}>
            Newest first
          </Chip>
          <Chip href={withQuery('/search', { ...rest, order: 'best' })} isCurrent={isBest}>
            Best match
          </Chip>
        </ChipRow>
        {isBest ? (
          <p className={styles.note}>The best of the newest {BEST_OF} articles with these words.</p>
        ) : null}
      </div>
      <SearchHits hits={hits} label={`Articles with ${query.q.trim()}`} />
      <HowFar page={page} />
      {nextCursor ? (
        <p className={styles.older}>
          <a className={buttonClass('outline')} href={withQuery('/search', { ...rest, cursor: nextCursor })}>
            Older articles
          </a>
        </p>
      ) : null}
    </section>
  );
}

/** How far was looked for a page that is short, and whether that is all. */
function HowFar({ page: { hits, lookedBackTo } }: { page: SearchPageDto }) {
  if (!lookedBackTo)
    return hits.length === 0 ? <p className={styles.note}>There are none further back.</p> : null;
  return (
    <p className={styles.note}>
      {hits.length === 0 ? 'None' : 'No more'} since {formatWholeDate(lookedBackTo)}. There may be older ones.
    </p>
  );
}
