import { getContext } from '@/app/_server/context.ts';
import { clientAddress, seeOther } from '@/app/_server/forms.ts';
import { route } from '@/app/_server/route.ts';
import { requestAnyUser } from '@/app/_server/session.ts';
import { typedCookie } from '@/app/_server/typed.ts';
import { deletionForm } from '@/features/accounts/accounts.dto.ts';
import { keepAccount, requestDeletion } from '@/features/accounts/deletion.service.ts';
import { AppError, type ErrorCode } from '@/lib/errors.ts';
import { readForm } from '@/lib/http.ts';

const PAGE = '/account/delete';

/** Has the account deleted in seven days, or keeps one that was to be. */
export const POST = route(async (request) => {
  const user = await requestAnyUser(request);
  if (!user) return seeOther('/signin', { returnTo: '/account' });
  const form = await readForm(request, deletionForm);
  const { db, mailer, settings } = getContext();
  if (form.wanted === 'keep') {
    await keepAccount(db, user.id);
    return seeOther('/account', { saved: 'kept' });
  }
  const asked = { typedEmail: form.email, clientAddress: clientAddress(request) };
  try {
    await requestDeletion({ db, mailer, settings }, user, asked, new Date());
    return seeOther('/account');
  } catch (error) {
    const code = error instanceof AppError ? CODES.get(error.code) : undefined;
    if (code === undefined) throw error;
    return seeOther(PAGE, { error: code }, { setCookies: [typedCookie(settings, PAGE, form.email)] });
  }
});

/** What the page says of what went wrong; it sees for itself that a session is not recent. */
const CODES = new Map<ErrorCode, string>([
  ['bad_request', 'email'],
  ['forbidden', ''],
  ['conflict', 'last-admin'],
  ['unavailable', 'mail'],
  ['too_many_requests', 'too-many'],
]);
