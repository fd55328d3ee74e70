import { queryOptions } from '@tanstack/react-query';
import { getJson, send } from '@/lib/api-client.ts';
import type { MuteDto } from './mutes.dto.ts';

export const mutesKey = ['mutes'] as const;

/** All the reader mutes, for the manage page. */
export const mutesQuery = queryOptions({
  queryKey: mutesKey,
  queryFn: ({ signal }) => getJson<{ mutes: MuteDto[] }>('/api/mutes', signal),
});

/** Says whether the reader wants to mute the topic: the whole wish, never a toggle. */
export function sendMute(slug: string, isWanted: boolean): Promise<void> {
  return send(isWanted ? 'PUT' : 'DELETE', `/api/mutes/${encodeURIComponent(slug)}`);
}
