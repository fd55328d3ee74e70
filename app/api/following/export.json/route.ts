import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { requireUser } from '@/app/_server/session.ts';
import { SITE } from '@/content/site.ts';
import { followsAsJson } from '@/features/follows/follow-list.ts';
import { getFollows } from '@/features/follows/follows.service.ts';
import { attachment } from '@/lib/http.ts';

/** All the reader follows as JSON, to keep. */
export const GET = route(async (request) => {
  const user = await requireUser(request);
  const { db, settings } = getContext();
  const site = { appUrl: settings.appUrl, name: SITE.name };
  const list = followsAsJson(await getFollows(db, user.id), site, new Date());
  return attachment(JSON.stringify(list, null, 2), 'application/json', 'following.json');
});
