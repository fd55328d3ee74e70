import type { Wish } from './wishes.ts';

/**
 * What a page tells the service worker. `keep`: this page was opened, with this code and these pictures;
 * `me` is the address it asks for what is the reader's, null for who is not signed in.
 */
export type ToWorker =
  | { kind: 'keep'; path: string; me: string | null; code: string[]; pictures: string[] }
  | { kind: 'send' }
  | { kind: 'forget' };

/** What the service worker tells pages: a wish waits for the network; what waited was sent, or refused for good. */
export type FromWorker = { kind: 'waits'; wish: Wish } | { kind: 'sent'; sent: Wish[]; refused: Wish[] };
