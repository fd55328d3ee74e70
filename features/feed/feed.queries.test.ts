import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import type { FeedCards } from './feed.dto.ts';
import { feedQuery } from './feed.queries.ts';

const PAGE: FeedCards = { items: [], nextCursor: null, seenUpTo: '', shown: '' };

afterEach(() => void vi.useRealTimers());

test('what the server renders the feed from waits for no timer, and goes with its request', () => {
  vi.useFakeTimers();
  const observer = new InfiniteQueryObserver(
    new QueryClient(),
    feedQuery({ topic: null, unreadOnly: false }, PAGE),
  );
  expect(observer.getCurrentResult().data?.pages).toEqual([PAGE]);
  expect(vi.getTimerCount()).toBe(0);
});
