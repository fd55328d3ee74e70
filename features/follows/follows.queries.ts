import { queryOptions } from '@tanstack/react-query';
import { getJson, send } from '@/lib/api-client.ts';
import type { FollowDto, ImportedFollowsDto } from './follows.dto.ts';

export const followsKey = ['follows'] as const;

/** All the reader follows, for the manage page. */
export const followsQuery = queryOptions({
  queryKey: followsKey,
  queryFn: ({ signal }) => getJson<{ follows: FollowDto[] }>('/api/follows', signal),
});

/** Says that the reader knows of a followed topic's retirement and keeps following it. */
export function sendRetirementTold(slug: string): Promise<void> {
  return send('PUT', `/api/follows/${encodeURIComponent(slug)}/retirement-told`);
}

/** Says whether the reader wants to follow the topic: the whole wish, never a toggle. */
export function sendFollow(slug: string, isWanted: boolean): Promise<void> {
  return send(isWanted ? 'PUT' : 'DELETE', `/api/follows/${encodeURIComponent(slug)}`);
}

/** Brings what was followed without an account into the reader's own; asking again changes nothing. */
export function sendImport(topics: string[]): Promise<ImportedFollowsDto> {
  return send<ImportedFollowsDto>('POST', '/api/follows/import', { topics });
}
