import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { requireUser } from '@/app/_server/session.ts';
import { type NewCountDto, newCountQueryDto } from '@/features/feed/feed.dto.ts';
import { getArrivedCount, getNewCount } from '@/features/feed/feed.service.ts';
import { privateJson, readQuery } from '@/lib/http.ts';

export const GET = route(async (request) => {
  const user = await requireUser(request);
  const { after, topic, unread } = readQuery(request, newCountQueryDto);
  const { db, settings } = getContext();
  const deps = { db, secret: settings.secret };
  const newCount =
    after === undefined
      ? await getNewCount(db, user.id)
      : await getArrivedCount(deps, user.id, { after, topicSlug: topic, unreadOnly: unread === '1' });
  return privateJson({ newCount } satisfies NewCountDto);
});
