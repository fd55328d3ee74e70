'use client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { SectionHeading } from '@/components/layout/section-heading.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { useHasSession } from '@/features/me/use-has-session.ts';
import { useMe } from '@/features/me/use-me.ts';
import { getJson } from '@/lib/api-client.ts';
import type { FeedPageDto } from './feed.dto.ts';
import styles from './topics-strip.module.css';

const SHOWN = 4;
const STALE_MS = 60_000;

const stripQuery = queryOptions({
  queryKey: ['topics-strip'],
  queryFn: ({ signal }) => getJson<FeedPageDto>(`/api/feed?limit=${SHOWN}`, signal),
  staleTime: STALE_MS,
});

/**
 * The newest few of the reader's feed, on the front page. Its room is kept from the first moment for browsers
 * that seem to have a session (lib/display.ts) and for no other; visitors see nothing and ask for nothing.
 */
export function TopicsStrip() {
  const hasSession = useHasSession();
  const { me, isKnown } = useMe();
  const follows = me.followedTopics.length > 0;
  const { data, isError } = useQuery({ ...stripQuery, enabled: hasSession && follows });
  const isNothing = isError || (isKnown && hasSession && (!follows || data?.items.length === 0));
  return (
    <section className={styles.strip} aria-labelledby="own-topics">
      <SectionHeading title="From your topics" href="/following" id="own-topics" />
      <div className={styles.room}>
        {isNothing ? (
          <p>
            {isError
              ? 'They could not be fetched just now. '
              : 'What is new on the topics you follow stands here. '}
            <SiteLink href={isError || follows ? '/following' : '/topics'}>
              {isError || follows ? 'Open Following' : 'Choose topics'}
            </SiteLink>
          </p>
        ) : (
          <ul className={styles.list}>
            {data?.items.map(({ slug, headline, reasons: [reason] }) => (
              <li key={slug} className={styles.item}>
                <p className={styles.reason}>{reason?.name}</p>
                <h3 className={styles.headline}>
                  <SiteLink className={styles.link} href={`/article/${slug}`}>
                    {headline}
                  </SiteLink>
                </h3>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
