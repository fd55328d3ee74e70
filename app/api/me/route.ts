import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { requestUser } from '@/app/_server/session.ts';
import { clearedCookies } from '@/features/accounts/cookies.ts';
import { getNewCount } from '@/features/feed/feed.service.ts';
import { getFollowedSlugs } from '@/features/follows/follows.service.ts';
import type { MeDto } from '@/features/me/me.dto.ts';
import { VISITOR } from '@/features/me/visitor.ts';
import { privateJson } from '@/lib/http.ts';

/** The one request that feeds all islands. A stale hint cookie is cleared on the way. */
export const GET = route(async (request) => {
  const { db, settings } = getContext();
  const user = await requestUser(request);
  if (!user) {
    const response = privateJson(VISITOR);
    for (const cookie of clearedCookies(settings)) response.headers.append('Set-Cookie', cookie);
    return response;
  }
  const [followedTopics, newCount] = await Promise.all([
    getFollowedSlugs(db, user.id),
    getNewCount(db, user.id),
  ]);
  const { name, email, role } = user;
  return privateJson({ user: { name, email, role }, followedTopics, newCount } satisfies MeDto);
});
