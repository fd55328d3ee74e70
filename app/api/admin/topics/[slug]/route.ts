import { getContext } from '@/app/_server/context.ts';
import { expireTags } from '@/app/_server/expire.ts';
import { accepted, getJobQueue } from '@/app/_server/jobs.ts';
import { route } from '@/app/_server/route.ts';
import { requireUser } from '@/app/_server/session.ts';
import { requireRole } from '@/features/accounts/roles.ts';
import { topicChangeDto } from '@/features/topics/topic-editing.dto.ts';
import { getEditedTopic } from '@/features/topics/topic-editing.service.ts';
import { requestChange } from '@/features/topics/topic-jobs.service.ts';
import { retireTopic } from '@/features/topics/topic-retiring.service.ts';
import { noContent, PRIVATE_HEADERS, privateJson, readJson } from '@/lib/http.ts';

type Context = { params: Promise<{ slug: string }> };

/** The topic as its editors see it; an old slug leads on to the present one. */
export const GET = route(async (request, { params }: Context) => {
  const user = requireRole(await requireUser(request), 'editor');
  const { slug } = await params;
  const topic = await getEditedTopic(getContext().db, user.id, slug);
  if (topic.slug === slug) return privateJson(topic);
  const headers = { ...PRIVATE_HEADERS, Location: `/api/admin/topics/${topic.slug}` };
  return new Response(null, { status: 308, headers });
});

/** Changes what the body names, if the topic still is of the version the body names; a large move as a job. */
export const PATCH = route(async (request, { params }: Context) => {
  const user = requireRole(await requireUser(request), 'editor');
  const { slug } = await params;
  const change = await readJson(request, topicChangeDto);
  const { db } = getContext();
  const outcome = await requestChange(db, { queue: getJobQueue() }, user.id, slug, change, new Date());
  if ('job' in outcome) return accepted(outcome.job);
  expireTags(outcome.tags);
  return privateJson(outcome.topic);
});

/** Retires the topic; it is restored by a change. */
export const DELETE = route(async (request, { params }: Context) => {
  const user = requireRole(await requireUser(request), 'editor');
  const { tags } = await retireTopic(getContext().db, user.id, (await params).slug, new Date());
  expireTags(tags);
  return noContent();
});
