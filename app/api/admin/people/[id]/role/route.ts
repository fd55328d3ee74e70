import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { requireUser } from '@/app/_server/session.ts';
import { personId, roleBody } from '@/features/accounts/people.dto.ts';
import { changeRole } from '@/features/accounts/people.service.ts';
import { requireRole } from '@/features/accounts/roles.ts';
import { AppError } from '@/lib/errors.ts';
import { noContent, readJson } from '@/lib/http.ts';

type Context = { params: Promise<{ id: string }> };

/** Gives a person a role, or takes it away. */
export const PUT = route(async (request, { params }: Context) => {
  const user = requireRole(await requireUser(request), 'admin');
  const { role } = await readJson(request, roleBody);
  const id = personId.safeParse((await params).id);
  if (!id.success) throw new AppError('not_found', 'There is no such person.');
  await changeRole(getContext().db, user.id, id.data, role, new Date());
  return noContent();
});
