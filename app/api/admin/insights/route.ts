import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { requireUser } from '@/app/_server/session.ts';
import { requireRole } from '@/features/accounts/roles.ts';
import { insightsQueryDto } from '@/features/topics/topic-insights.dto.ts';
import { getInsights } from '@/features/topics/topic-insights.service.ts';
import { privateJson, readQuery } from '@/lib/http.ts';

/** Demand against coverage. */
export const GET = route(async (request) => {
  const user = requireRole(await requireUser(request), 'editor');
  const { db, settings } = getContext();
  const query = readQuery(request, insightsQueryDto);
  return privateJson(await getInsights({ db, secret: settings.secret }, user.id, query));
});
