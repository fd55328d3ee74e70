import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { requestToken } from '@/app/_server/session.ts';
import { clearedCookies, sessionCookies } from '@/features/accounts/cookies.ts';
import { renewSession } from '@/features/accounts/session.service.ts';
import { type MeDto, meQueryDto } from '@/features/me/me.dto.ts';
import { getMe } from '@/features/me/me.service.ts';
import { VISITOR } from '@/features/me/visitor.ts';
import { getArticleMarks } from '@/features/reads/reads.service.ts';
import { privateJson, readQuery } from '@/lib/http.ts';

/**
 * The one request that feeds all islands. Cookies are kept in step on the way: a stale hint is
 * cleared, and a session in use is prolonged, because this is the request that every page of a
 * reader makes and pages cannot set cookies.
 */
export const GET = route(async (request) => {
  const { db, settings } = getContext();
  const { article } = readQuery(request, meQueryDto);
  const token = requestToken(request);
  const mine = token && (await getMe(db, token));
  if (!mine) {
    const ofNone = { article, isSaved: false, isRead: false, changedSinceRead: false, keepsHistory: false };
    const visitor: MeDto = article === undefined ? VISITOR : { ...VISITOR, ...ofNone };
    return withCookies(privateJson(visitor), clearedCookies(settings));
  }
  const { user } = mine;
  const ofArticle =
    article === undefined ? {} : { article, ...(await getArticleMarks(db, user.id, article)) };
  const { name, email, role } = user;
  const me: MeDto = { user: { name, email, role }, ...mine.me, ...ofArticle };
  const response = privateJson(me);
  const isRenewed = await renewSession(db, token, user);
  return isRenewed ? withCookies(response, sessionCookies(settings, token)) : response;
});

function withCookies(response: Response, cookies: string[]): Response {
  for (const cookie of cookies) response.headers.append('Set-Cookie', cookie);
  return response;
}
