import { getContext } from '@/app/_server/context.ts';
import { expireTags } from '@/app/_server/expire.ts';
import { accepted, getJobQueue } from '@/app/_server/jobs.ts';
import { route } from '@/app/_server/route.ts';
import { requireUser } from '@/app/_server/session.ts';
import { requireRole } from '@/features/accounts/roles.ts';
import { requestMerge } from '@/features/topics/topic-jobs.service.ts';
import { mergeRequestDto } from '@/features/topics/topic-merges.dto.ts';
import { previewMerge } from '@/features/topics/topic-merges.service.ts';
import { privateJson, readJson } from '@/lib/http.ts';

type Context = { params: Promise<{ slug: string }> };

/** Merges the topic into another, as a job where it is large; with `dryRun` says what that would do. */
export const POST = route(async (request, { params }: Context) => {
  const user = requireRole(await requireUser(request), 'editor');
  const { slug } = await params;
  const { into, dryRun } = await readJson(request, mergeRequestDto);
  const { db } = getContext();
  if (dryRun) return privateJson(await previewMerge(db, user.id, slug, into));
  const outcome = await requestMerge(db, { queue: getJobQueue() }, user.id, { from: slug, into }, new Date());
  if ('job' in outcome) return accepted(outcome.job);
  expireTags(outcome.tags);
  return privateJson(outcome.merge);
});
