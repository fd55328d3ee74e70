import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { requireUser } from '@/app/_server/session.ts';
import { requireRole } from '@/features/accounts/roles.ts';
import { adminTopicsQueryDto } from '@/features/topics/topic.dto.ts';
import { getAdminTopics } from '@/features/topics/topics.service.ts';
import { privateJson, readQuery } from '@/lib/http.ts';

export const GET = route(async (request) => {
  requireRole(await requireUser(request), 'editor');
  const { afterName, afterSlug } = readQuery(request, adminTopicsQueryDto);
  const after = afterName && afterSlug ? { name: afterName, slug: afterSlug } : null;
  return privateJson(await getAdminTopics(getContext().db, after));
});
