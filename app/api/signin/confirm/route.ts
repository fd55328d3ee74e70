import { getContext } from '@/app/_server/context.ts';
import { seeOther } from '@/app/_server/forms.ts';
import { route } from '@/app/_server/route.ts';
import { confirmBody } from '@/features/accounts/accounts.dto.ts';
import { readSessionToken, sessionCookies } from '@/features/accounts/cookies.ts';
import { confirmSignIn } from '@/features/accounts/sign-in.service.ts';
import { AppError } from '@/lib/errors.ts';
import { readForm } from '@/lib/http.ts';
import { safeReturnTo } from '@/lib/return-to.ts';

/** Uses a mailed link up, signs the browser in and sends it back to where the reader was. */
export const POST = route(async (request) => {
  const { db, settings } = getContext();
  const { token, email, returnTo } = await readForm(request, confirmBody);
  const previousSessionToken = readSessionToken(request.headers.get('cookie') ?? '', settings);
  const userAgent = request.headers.get('user-agent');
  try {
    const session = await confirmSignIn({ db, settings }, { token, email, previousSessionToken, userAgent });
    return seeOther(
      safeReturnTo(returnTo),
      {},
      { setCookies: sessionCookies(settings, session.sessionToken) },
    );
  } catch (error) {
    // Without a token the page says that the link is used or too old, and offers a new one.
    if (error instanceof AppError && error.code === 'not_found')
      return seeOther('/signin/confirm', { returnTo });
    throw error;
  }
});
