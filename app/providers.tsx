'use client';
import { type DefaultOptions, onlineManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { MeProvider } from '@/features/me/me-provider.tsx';
import { noteSession } from '@/features/me/session-end.ts';
import { followOtherTabs } from '@/features/me/tabs.ts';
import { useSessionHint } from '@/features/me/use-has-session.ts';
import { ApiError } from '@/lib/api-client.ts';
import { reloadForNewCode } from './new-code.ts';

const MAX_RETRIES = 2;

/** What the server refused it will refuse again; what did not arrive may arrive next time, unless the reader is offline. */
function shouldRetry(failures: number, error: Error): boolean {
  const isFinal = error instanceof ApiError && error.status >= 400 && error.status < 500;
  return !isFinal && navigator.onLine && failures < MAX_RETRIES;
}

/**
 * Offline, requests fail at once and readers are told, instead of waiting unseen for the network:
 * a follow that waits is lost when the page is left.
 */
const defaultOptions: DefaultOptions = {
  queries: { retry: shouldRetry, networkMode: 'always', refetchOnReconnect: true },
  mutations: { networkMode: 'always' },
};

/**
 * The cache all islands of a page share, kept in step with the reader's other tabs, and emptied when
 * the session ends.
 */
export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(() => new QueryClient({ defaultOptions }));
  useEffect(() => followOtherTabs(client), [client]);
  // It takes the network for there until told otherwise. Gone before anyone listened, its return went unheard.
  useEffect(() => onlineManager.setOnline(navigator.onLine), []);
  useEffect(() => {
    // Of what is loaded when something is pressed, outside of what is drawn.
    const look = ({ reason }: PromiseRejectionEvent) => void reloadForNewCode(reason);
    window.addEventListener('unhandledrejection', look);
    return () => window.removeEventListener('unhandledrejection', look);
  }, []);
  const hasSession = useSessionHint();
  const hadSession = useRef(false);
  useEffect(() => {
    // Until the page is interactive it is not known.
    if (hasSession === null) return;
    const hasEnded = noteSession(hasSession) || (hadSession.current && !hasSession);
    hadSession.current = hasSession;
    if (hasEnded) client.clear();
  }, [hasSession, client]);
  return (
    <QueryClientProvider client={client}>
      <MeProvider>{children}</MeProvider>
    </QueryClientProvider>
  );
}
