'use client';
import { useEffect, useState } from 'react';
import { ApiError } from '@/lib/api-client.ts';
import { type FeedFilter, getArrivedCount } from './feed.queries.ts';
import { startPolling } from './polling.ts';

/** The most that is counted; readers see "99+". */
const COUNT_CAP = 100;
/** How old a page may be before it is asked at once what came since. */
const FRESH_MS = 60_000;

/**
 * How many articles came to the feed since the page with the mark `after` was made at `madeAt` (ms):
 * asked once a minute, and ever more rarely while nothing comes. A null mark asks nothing.
 */
export function useArrivals(after: string | null, { topic, unreadOnly }: FeedFilter, madeAt: number): number {
  const [arrived, setArrived] = useState({ after, count: 0 });
  useEffect(() => {
    if (after === null) return;
    const controller = new AbortController();
    let known = 0;
    const look = async () => {
      try {
        const count = await getArrivedCount({ topic, unreadOnly }, after, controller.signal);
        const isMore = count > known;
        known = count;
        setArrived({ after, count });
        return count >= COUNT_CAP ? 'stop' : isMore ? 'more' : 'nothing';
      } catch (error) {
        // Not knowing is harmless. What the server refuses, as for a session that has ended, it will refuse again.
        return error instanceof ApiError && error.status >= 400 && error.status < 500 ? 'stop' : 'nothing';
      }
    };
    const end = startPolling(look, Math.max(0, madeAt + FRESH_MS - Date.now()));
    return () => {
      controller.abort();
      end();
    };
  }, [after, topic, unreadOnly, madeAt]);
  return arrived.after === after ? arrived.count : 0;
}
