import { getContext } from '@/app/_server/context.ts';
import { expireTags } from '@/app/_server/expire.ts';
import { route } from '@/app/_server/route.ts';
import { requireUser } from '@/app/_server/session.ts';
import { requireRole } from '@/features/accounts/roles.ts';
import { topicCreationDto } from '@/features/topics/topic-editing.dto.ts';
import { createTopic } from '@/features/topics/topic-editing.service.ts';
import { topicTableQueryDto } from '@/features/topics/topic-table.dto.ts';
import { getTopicTable } from '@/features/topics/topic-table.service.ts';
import { privateJson, readJson, readQuery } from '@/lib/http.ts';

/** A page of the editors' table. */
export const GET = route(async (request) => {
  const user = requireRole(await requireUser(request), 'editor');
  const { db, settings } = getContext();
  const query = readQuery(request, topicTableQueryDto);
  return privateJson(await getTopicTable({ db, secret: settings.secret }, user.id, query));
});

/** Adds a topic. */
export const POST = route(async (request) => {
  const user = requireRole(await requireUser(request), 'editor');
  const creation = await readJson(request, topicCreationDto);
  const { topic, tags } = await createTopic(getContext().db, user.id, creation, new Date());
  expireTags(tags);
  return privateJson(topic, { status: 201, headers: { Location: `/api/admin/topics/${topic.slug}` } });
});
