import { z } from 'zod';
import { getContext } from '@/app/_server/context.ts';
import { isForm, seeOther } from '@/app/_server/forms.ts';
import { route } from '@/app/_server/route.ts';
import { requestUser } from '@/app/_server/session.ts';
import { clearedCookies, readSessionToken } from '@/features/accounts/cookies.ts';
import { endAllSessions, endSession } from '@/features/accounts/session.service.ts';
import { noContent, readQuery } from '@/lib/http.ts';

const query = z.strictObject({ everywhere: z.literal('1').optional() });

/**
 * Has the browser forget all it keeps for the site: what a reader follows there before their account
 * has taken it over, and whatever else. Those who use it next find nothing.
 */
const FORGET = '"storage"';

/** Ends this session, or with `?everywhere=1` all of the reader's. A visitor is signed out already. */
export const POST = route(async (request) => {
  const { db, settings } = getContext();
  const { everywhere } = readQuery(request, query);
  const token = readSessionToken(request.headers.get('cookie') ?? '', settings);
  if (token && everywhere) {
    const user = await requestUser(request);
    if (user) await endAllSessions(db, user.id);
  } else if (token) {
    await endSession(db, token);
  }
  const setCookies = clearedCookies(settings);
  const response = isForm(request)
    ? seeOther('/signin', { out: everywhere ? 'everywhere' : 'here' })
    : noContent();
  for (const cookie of setCookies) response.headers.append('Set-Cookie', cookie);
  response.headers.set('Clear-Site-Data', FORGET);
  return response;
});
