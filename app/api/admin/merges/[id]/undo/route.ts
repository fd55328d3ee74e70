import { getContext } from '@/app/_server/context.ts';
import { expireTags } from '@/app/_server/expire.ts';
import { accepted, getJobQueue } from '@/app/_server/jobs.ts';
import { route } from '@/app/_server/route.ts';
import { requireUser } from '@/app/_server/session.ts';
import { requireRole } from '@/features/accounts/roles.ts';
import { requestUndo } from '@/features/topics/topic-jobs.service.ts';
import { AppError } from '@/lib/errors.ts';
import { noContent } from '@/lib/http.ts';

type Context = { params: Promise<{ id: string }> };

/** Undoes a merge, as a job where it is large. */
export const POST = route(async (request, { params }: Context) => {
  const user = requireRole(await requireUser(request), 'editor');
  const { id } = await params;
  // Fifteen digits are fewer than a bigint and a JavaScript number hold.
  if (!/^\d{1,15}$/.test(id)) throw new AppError('not_found', 'There is no such merge.');
  const { db } = getContext();
  const outcome = await requestUndo(db, { queue: getJobQueue() }, user.id, Number(id), new Date());
  if ('job' in outcome) return accepted(outcome.job);
  expireTags(outcome.tags);
  return noContent();
});
