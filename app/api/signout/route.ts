import { getContext } from '@/app/_server/context.ts';
import { isForm, seeOther } from '@/app/_server/forms.ts';
import { route } from '@/app/_server/route.ts';
import { requestAnyUser } from '@/app/_server/session.ts';
import { clearedCookies, readSessionToken } from '@/features/accounts/cookies.ts';
import { endAllSessions, endSession } from '@/features/accounts/session.service.ts';
import { signOutQuery } from '@/features/accounts/sessions.dto.ts';
import { noContent, readQuery } from '@/lib/http.ts';

/** Ends this session, or with `?everywhere=1` all of the reader's. A visitor is signed out already. */
export const POST = route(async (request) => {
  const { db, settings } = getContext();
  const { everywhere } = readQuery(request, signOutQuery);
  const token = readSessionToken(request.headers.get('cookie') ?? '', settings);
  if (token && everywhere) {
    const user = await requestAnyUser(request);
    if (user) await endAllSessions(db, user.id);
  } else if (token) {
    await endSession(db, token);
  }
  const setCookies = clearedCookies(settings);
  if (isForm(request))
    return seeOther('/signin', { out: everywhere ? 'everywhere' : 'here' }, { setCookies });
  const response = noContent();
  for (const cookie of setCookies) response.headers.append('Set-Cookie', cookie);
  return response;
});
