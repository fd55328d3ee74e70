import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { askAsUser } from '@/app/_server/session.ts';
import { feedQueryDto } from '@/features/feed/feed.dto.ts';
import { getFeedPageOf } from '@/features/feed/feed.service.ts';
import { privateJson, readQuery } from '@/lib/http.ts';

export const GET = route(async (request) => {
  const { page } = await askAsUser(request, async (token) => {
    const { cursor, limit, topic, unread } = readQuery(request, feedQueryDto);
    const { db, settings } = getContext();
    const options = { cursor, limit, topicSlug: topic, unreadOnly: unread === '1' };
    return getFeedPageOf({ db, secret: settings.secret }, token, options);
  });
  return privateJson(page);
});
