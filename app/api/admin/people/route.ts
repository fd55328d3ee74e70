import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { requireUser } from '@/app/_server/session.ts';
import { peopleQueryDto } from '@/features/accounts/people.dto.ts';
import { findPeople } from '@/features/accounts/people.service.ts';
import { requireRole } from '@/features/accounts/roles.ts';
import { privateJson, readQuery } from '@/lib/http.ts';

/** The staff, and whom a search finds. */
export const GET = route(async (request) => {
  const user = requireRole(await requireUser(request), 'admin');
  const { q } = readQuery(request, peopleQueryDto);
  return privateJson(await findPeople(getContext(), user.id, q));
});
