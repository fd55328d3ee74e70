/// <reference lib="webworker" />
import {
  BackgroundSyncQueue,
  CacheExpiration,
  CacheFirst,
  ExpirationPlugin,
  NetworkFirst,
  NetworkOnly,
  Serwist,
  type SerwistPlugin,
} from 'serwist';
import type { MeDto } from '@/features/me/me.dto.ts';
import { articleOfPhoto, CACHES, codeOf, isKeptPath, OFFLINE_PATH } from './kept-pages.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { NotNow, Outbox } from './outbox.ts';
import { afterWishes, apartFromArticle, wishOf } from './wishes.ts';

/**
 * The service worker (ADR 013): keeps what a reader opened so that it can be read without a network, and
 * has their follows and saves wait for the network. It is there only for readers who follow something.
 */
declare const self: ServiceWorkerGlobalScope;

const DAY_S = 24 * 60 * 60;
/** A network that has not answered by then is no better than none, where there is a copy. */
const PATIENCE_S = 8;
const RETENTION_MINUTES = 7 * 24 * 60;
/** A copy this young was made when the page was opened. */
const FRESH_MS = 60_000;
/** Where the address of the reader whose copies these are is noted, among the answers. */
const READER_NOTE = '/reader';

const keepAtMost = (maxEntries: number, days: number) =>
  new ExpirationPlugin({ maxEntries, maxAgeSeconds: days * DAY_S, purgeOnQuotaError: true });

/** What is no longer there is not kept either, nor is what moved. */
const forgetsWhatIsGone: SerwistPlugin = {
  fetchDidSucceed: async ({ request, response }) => {
    if (response.status === 404 || response.status === 410) {
      await (await caches.open(CACHES.pages)).delete(request.url);
    }
    return response;
  },
  cacheWillUpdate: async ({ response }) =>
    response.status === 200 && !response.redirected ? response : null,
};

/** Answers about the reader are as they will be when what waits has been sent. */
const seesWishes: SerwistPlugin = {
  requestWillFetch: async ({ request }) => {
    await sendWaiting().catch(() => undefined);
    return request;
  },
  fetchDidSucceed: async ({ response }) => {
    if (response.ok) await noteReader((await response.clone().json()) as MeDto);
    return response;
  },
  cachedResponseWillBeUsed: async ({ cachedResponse }) => {
    if (!cachedResponse) return null;
    const me = (await cachedResponse.json()) as MeDto;
    return Response.json(afterWishes(me, await outbox.wishes()));
  },
  // Asked about an article whose answer is not kept: what is known without it.
  handlerDidError: async () => {
    const cache = await caches.open(CACHES.answers);
    const kept = await cache.match('/api/me', { ignoreSearch: true });
    if (!kept) return undefined;
    const me = apartFromArticle((await kept.json()) as MeDto);
    return Response.json(afterWishes(me, await outbox.wishes()));
  },
};

const pages = new NetworkFirst({
  cacheName: CACHES.pages,
  networkTimeoutSeconds: PATIENCE_S,
  matchOptions: { ignoreVary: true },
  plugins: [forgetsWhatIsGone, keepAtMost(60, 30)],
});
const code = new CacheFirst({ cacheName: CACHES.code, plugins: [keepAtMost(400, 60)] });
const pictures = new CacheFirst({ cacheName: CACHES.pictures, plugins: [keepAtMost(120, 30)] });
const me = new NetworkFirst({ cacheName: CACHES.answers, plugins: [seesWishes, keepAtMost(60, 30)] });
const guestFeed = new NetworkFirst({ cacheName: CACHES.answers, plugins: [keepAtMost(60, 30)] });

const queue = new BackgroundSyncQueue('wishes', {
  maxRetentionTime: RETENTION_MINUTES,
  onSync: () => sendWaiting(),
});
const outbox = new Outbox(
  queue,
  (request) => fetch(request),
  async () => {
    const response = await fetch('/api/me').catch(() => null);
    if (!response?.ok) throw new NotNow();
    return ((await response.json()) as MeDto).user?.email ?? null;
  },
);

const serwist = new Serwist({
  skipWaiting: true,
  clientsClaim: true,
  navigationPreload: true,
  disableDevLogs: true,
  runtimeCaching: [
    {
      matcher: ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/_next/static/'),
      handler: code,
    },
    {
      matcher: ({ url, sameOrigin }) => sameOrigin && /^\/(media\/|_next\/image$)/.test(url.pathname),
      handler: pictures,
    },
    {
      matcher: ({ request, url }) => request.mode === 'navigate' && isKeptPath(url.pathname) && !url.search,
      handler: pages,
    },
    { matcher: ({ request }) => request.mode === 'navigate', handler: new NetworkOnly() },
    { matcher: ({ url, sameOrigin }) => sameOrigin && url.pathname === '/api/me', handler: me },
    {
      matcher: ({ url, sameOrigin }) => sameOrigin && url.pathname === '/api/feed/preview',
      handler: guestFeed,
    },
    ...(['PUT', 'DELETE'] as const).map((method) => ({
      matcher: ({ request }: { request: Request }) => wishOf(request) !== null,
      handler: ({ request }: { request: Request }) => sendOrKeep(request),
      method,
    })),
  ],
});
// A page that is not kept: the same without its query if there is, the article of a photo, else what says so.
serwist.setCatchHandler(async ({ request, url }) => {
  if (request.mode !== 'navigate') return Response.error();
  const article = articleOfPhoto(url.pathname);
  if (article && (await keptPage(article))) return Response.redirect(article);
  const page = isKeptPath(url.pathname) ? await keptPage(url.pathname) : undefined;
  return (
    page ??
    (await caches.match(OFFLINE_PATH, { cacheName: CACHES.shell, ignoreVary: true })) ??
    Response.error()
  );
});
serwist.addEventListeners();

// Each deployment brings another text of this file, and with it this page anew.
self.addEventListener('install', (event) => event.waitUntil(keepShell(event)));
self.addEventListener('message', (event) => {
  const message = event.data as ToWorker;
  if (message.kind === 'send') event.waitUntil(sendWaiting().catch(() => undefined));
  if (message.kind === 'forget') event.waitUntil(forget());
  if (message.kind === 'keep') event.waitUntil(keep(message, event).catch(() => undefined));
});

function keptPage(path: string): Promise<Response | undefined> {
  return caches.match(path, { cacheName: CACHES.pages, ignoreVary: true });
}

/** Sends a wish, or has it wait. A 202 tells the page that it waits. */
async function sendOrKeep(request: Request): Promise<Response> {
  const isNext = (await outbox.wishes()).length === 0;
  const response = isNext ? await fetch(request.clone()).catch(() => null) : null;
  if (response) return response;
  const reader = await readNote();
  if (!reader) return Response.error();
  await outbox.keep(request, reader);
  const wish = wishOf(request);
  // Nothing overtakes what waits.
  const isSent =
    !isNext &&
    (await sendWaiting().then(
      () => true,
      () => false,
    ));
  if (!isSent && wish) await tellPages({ kind: 'waits', wish });
  return new Response(null, { status: isSent ? 204 : 202 });
}

/** Sends what waits, and tells the open pages. @throws NotNow when it has to wait longer */
async function sendWaiting(): Promise<void> {
  const { sent, refused } = await outbox.sendAll();
  if (sent.length + refused.length > 0) await tellPages({ kind: 'sent', sent, refused });
}

/** Copies are one reader's: when another has signed in here, what the former left goes. */
async function noteReader({ user }: MeDto): Promise<void> {
  const reader = user?.email ?? '';
  const before = await readNote();
  if (before !== null && before !== '' && before !== reader) await forget();
  if (before !== reader) await (await caches.open(CACHES.answers)).put(READER_NOTE, new Response(reader));
}

async function readNote(): Promise<string | null> {
  const note = await caches.match(READER_NOTE, { cacheName: CACHES.answers });
  return note ? note.text() : null;
}

/** Forgets all that says what someone read or wanted. */
async function forget(): Promise<void> {
  const theirs = [CACHES.pages, CACHES.answers, CACHES.pictures];
  await Promise.all(theirs.map((name) => caches.delete(name)));
  // When what was used is noted apart.
  await Promise.all(theirs.map((name) => new CacheExpiration(name, { maxEntries: 1 }).delete()));
  await outbox.clear();
}

/** Keeps a page that was opened without being asked of the network whole, or before there was a worker to see it. */
async function keep(message: Extract<ToWorker, { kind: 'keep' }>, event: ExtendableEvent): Promise<void> {
  const { me: address } = message;
  const isKnown =
    address === null || (await caches.match(address, { cacheName: CACHES.answers })) !== undefined;
  // Without it, it is not known whose wishes would wait.
  if (!isKnown) await me.handle({ event, request: new Request(address) });
  if (!isKeptPath(message.path)) return;
  const kept = await keptPage(message.path);
  const isFresh = kept && Date.now() - Date.parse(kept.headers.get('date') ?? '') < FRESH_MS;
  const page = isFresh ? kept : await pages.handle({ event, request: new Request(message.path) });
  await keepCode([...codeOf(await page.text()), ...message.code], event);
  for (const address of message.pictures) await pictures.handle({ event, request: new Request(address) });
}

/** Keeps these scripts, sheets and fonts, and what the scripts load on demand. */
async function keepCode(addresses: string[], event: ExtendableEvent): Promise<void> {
  // Grows while it is gone through.
  const wanted = new Set(addresses);
  for (const address of wanted) {
    const response = await code.handle({ event, request: new Request(address) });
    if (!address.endsWith('.js')) continue;
    for (const named of codeOf(await response.clone().text())) wanted.add(named);
  }
}

async function keepShell(event: ExtendableEvent): Promise<void> {
  const page = await fetch(OFFLINE_PATH, { cache: 'no-cache' });
  if (!page.ok) throw new Error(`${OFFLINE_PATH} answered ${page.status}`);
  await keepCode(codeOf(await page.clone().text()), event);
  await (await caches.open(CACHES.shell)).put(OFFLINE_PATH, page);
}

async function tellPages(message: FromWorker): Promise<void> {
  for (const client of await self.clients.matchAll({ type: 'window' })) client.postMessage(message);
}
