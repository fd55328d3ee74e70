import { mutationOptions } from '@tanstack/react-query';
import { getJson, send } from '@/lib/api-client.ts';
import type { PeopleDto, PersonDto } from './people.dto.ts';
import type { Role } from './roles.ts';

/** The person who signs in with this address; null when nobody has so far. */
export async function findByAddress(address: string): Promise<PersonDto | null> {
  const { exact } = await getJson<PeopleDto>(`/api/admin/people?${new URLSearchParams({ q: address })}`);
  return exact;
}

/** Gives a person a role, one change after the other. */
export const setRoleMutation = mutationOptions({
  mutationFn: ({ id, role }: { id: string; role: Role }) =>
    send('PUT', `/api/admin/people/${encodeURIComponent(id)}/role`, { role }),
  scope: { id: 'roles' },
});
