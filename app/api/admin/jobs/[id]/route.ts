import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { requireUser } from '@/app/_server/session.ts';
import { hasRole } from '@/features/accounts/roles.ts';
import { getJob } from '@/features/jobs/jobs.service.ts';
import { AppError } from '@/lib/errors.ts';
import { privateJson } from '@/lib/http.ts';

type Context = { params: Promise<{ id: string }> };

/** What has become of something large that the newsroom asked for. */
export const GET = route(async (request, { params }: Context) => {
  const user = await requireUser(request);
  if (!hasRole(user, 'editor')) throw new AppError('not_found', 'There is no such job.');
  return privateJson(await getJob(getContext().db, user.id, (await params).id));
});
