import type { QueryClient } from '@tanstack/react-query';
import { keptKey } from '@/features/saved/saved.queries.ts';
import { type Marks, showMarks } from './marks.ts';
import { meKey } from './me.queries.ts';

// One channel for sending and listening: a channel does not hear itself, two in one page would.
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('your-globe');

/**
 * What changed: `follows` and `mutes` concern everything personal, `seen` only the count of what is new,
 * marks only the articles they name.
 */
type Change = 'follows' | 'mutes' | 'seen' | Marks;

/** Tells the reader's other tabs what has changed. */
export function tellOtherTabs(change: Change): void {
  channel?.postMessage(change);
}

/**
 * Fetches personal data anew whenever another tab has changed it. A feed open here keeps its "new
 * since your last visit" when another tab has been seen, or has saved or read an article. Returns the stop.
 */
export function followOtherTabs(client: QueryClient): () => void {
  const refetch = ({ data }: MessageEvent<Change>) => {
    if (typeof data === 'object') {
      showMarks(client, data);
      return void client.invalidateQueries({ queryKey: keptKey });
    }
    void client.invalidateQueries(data === 'seen' ? { queryKey: meKey } : {});
  };
  channel?.addEventListener('message', refetch);
  return () => channel?.removeEventListener('message', refetch);
}
