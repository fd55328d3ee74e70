'use client';
import { useQueryClient } from '@tanstack/react-query';
import { usePathname } from 'next/navigation';
import { useEffect, useSyncExternalStore } from 'react';
import { useGuest } from '@/features/me/use-guest.ts';
import { useSessionHint } from '@/features/me/use-has-session.ts';
import styles from './offline-island.module.css';

/**
 * Says when there is no network, and for readers who follow something keeps what they open on this
 * device (ADR 013). Whoever follows nothing leaves nothing here, and whoever signs out has it forgotten.
 */
export function OfflineIsland() {
  const client = useQueryClient();
  const path = usePathname();
  const hasSession = useSessionHint();
  const followsAsGuest = useGuest().follows.length > 0;
  const isOnline = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  useEffect(() => {
    // Until the page is interactive it is not known.
    if (hasSession === null || !('serviceWorker' in navigator)) return;
    const isReader = hasSession || followsAsGuest;
    if (!isReader && !navigator.serviceWorker.controller) return;
    let stop: (() => void) | undefined;
    let isOver = false;
    void import('./keeping.ts').then(({ startKeeping, keepSoon, stopKeeping }) => {
      if (!isReader) return void stopKeeping();
      void startKeeping(client);
      if (!isOver) stop = keepSoon(path, hasSession);
    });
    return () => {
      isOver = true;
      stop?.();
    };
  }, [hasSession, followsAsGuest, path, client]);
  return (
    <div role="status" className="no-print">
      {isOnline ? null : (
        <p className={styles.bar}>
          You are offline. {hasSession || followsAsGuest ? 'What you opened lately can still be read.' : null}
        </p>
      )}
    </div>
  );
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
}
