'use client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { followOtherTabs } from '@/features/me/tabs.ts';
import { ApiError } from '@/lib/api-client.ts';

const MAX_RETRIES = 2;

/** What the server refused it will refuse again; what did not arrive may arrive next time. */
function shouldRetry(failures: number, error: Error): boolean {
  const isFinal = error instanceof ApiError && error.status >= 400 && error.status < 500;
  return !isFinal && failures < MAX_RETRIES;
}

/** The cache all islands of a page share, kept in step with the reader's other tabs. */
export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: shouldRetry } } }));
  useEffect(() => followOtherTabs(client), [client]);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
