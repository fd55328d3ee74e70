import { queryOptions } from '@tanstack/react-query';
import { getJson } from '@/lib/api-client.ts';
import type { MeDto } from './me.dto.ts';
import { lookForSession } from './use-has-session.ts';

const STALE_MS = 30_000;
const REFRESH_MS = 60_000;

export const meKey = ['me'] as const;

/** Where to ask; about the article whose page is shown as well, if it is one, its gallery open or not. */
export function meAddress(): string {
  const [, slug] = /^\/article\/([\w-]{1,200})/.exec(window.location.pathname) ?? [];
  return `/api/me${slug ? `?article=${slug}` : ''}`;
}

/** Who is signed in, what they follow and how much is new: refreshed on focus and each minute while visible. */
export const meQuery = queryOptions({
  queryKey: meKey,
  queryFn: async ({ signal }) => {
    const me = await getJson<MeDto>(meAddress(), signal);
    if (!me.user) lookForSession();
    return me;
  },
  staleTime: STALE_MS,
  refetchInterval: REFRESH_MS,
  refetchOnWindowFocus: 'always',
});
