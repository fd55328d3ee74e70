import type { QueryClient } from '@tanstack/react-query';

const CHANNEL = 'your-globe';

/** Tells the reader's other tabs that something personal has changed. */
export function tellOtherTabs(): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('changed');
  channel.close();
}

/** Fetches personal data anew whenever another tab has changed it. Returns the stop. */
export function followOtherTabs(client: QueryClient): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined;
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = () => void client.invalidateQueries();
  return () => channel.close();
}
