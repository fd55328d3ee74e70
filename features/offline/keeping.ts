import type { QueryClient } from '@tanstack/react-query';
import { showMessage } from '@/components/ui/messages.ts';
import { meAddress } from '@/features/me/me.queries.ts';
import { tellOtherTabs } from '@/features/me/tabs.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import type { Wish } from './wishes.ts';

/** Long enough that a page that is only passed through is not kept, and that nothing it needs is held up. */
const SETTLED_MS = 1_500;

/** Ends what `startKeeping` began; null while it has not. */
let keeping: AbortController | null = null;

/**
 * Has the service worker keep what is opened, and what waits be sent as soon as there is a network.
 * Does nothing where the browser has none, or the site was not built for production.
 */
export async function startKeeping(client: QueryClient): Promise<void> {
  if (keeping) return;
  keeping = new AbortController();
  const { signal } = keeping;
  const { serviceWorker } = navigator;
  const listen = ({ data }: MessageEvent<FromWorker>) => hear(client, data);
  serviceWorker.addEventListener('message', listen, { signal });
  try {
    await serviceWorker.register('/sw.js');
  } catch {
    // Without it everything works, with a network.
    return;
  }
  const sendWaiting = () => void tellWorker({ kind: 'send' });
  window.addEventListener('online', sendWaiting, { signal });
  sendWaiting();
}

/** Keeps the page that is shown, once it has been for a moment. Returns what stops it. */
export function keepSoon(path: string, hasSession: boolean): () => void {
  const timer = setTimeout(() => {
    const used = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
    const pictures = [...document.images].filter((image) => image.complete).map((image) => image.currentSrc);
    const isOurs = (address: string) => address.startsWith(`${window.location.origin}/`);
    void tellWorker({
      kind: 'keep',
      path,
      me: hasSession ? meAddress() : null,
      code: used.map(({ pathname }) => pathname).filter((name) => name.startsWith('/_next/static/')),
      pictures: pictures.filter(isOurs),
    });
  }, SETTLED_MS);
  return () => clearTimeout(timer);
}

/** Forgets all that was kept: its reader has left. */
export async function stopKeeping(): Promise<void> {
  keeping?.abort();
  keeping = null;
  const registration = await navigator.serviceWorker.getRegistration();
  registration?.active?.postMessage({ kind: 'forget' } satisfies ToWorker);
  await registration?.unregister();
}

async function tellWorker(message: ToWorker): Promise<void> {
  // Resolves only where one was registered.
  (await navigator.serviceWorker.ready).active?.postMessage(message);
}

function hear(client: QueryClient, message: FromWorker): void {
  if (message.kind === 'waits') {
    if (isOfInterest(message.wish)) showMessage('You are offline. This will be sent when you are back.');
    return;
  }
  void client.invalidateQueries();
  tellOtherTabs('follows');
  const refused = message.refused.filter(isOfInterest).length;
  if (refused > 0) {
    showMessage(
      refused === 1
        ? 'One thing you did offline could not be kept: it is not possible any more.'
        : `${refused} things you did offline could not be kept: they are not possible any more.`,
    );
  } else if (message.sent.some(isOfInterest)) {
    showMessage('You are back. What you did offline has been sent.');
  }
}

/** Having read something is not what a reader sets out to send. */
function isOfInterest({ noun }: Wish): boolean {
  return noun !== 'reads';
}
