import { getContext } from '@/app/_server/context.ts';
import { orBackToForm, seeOther } from '@/app/_server/forms.ts';
import { route } from '@/app/_server/route.ts';
import { requestUser, requireUser } from '@/app/_server/session.ts';
import { accountBody, accountForm } from '@/features/accounts/accounts.dto.ts';
import { renameUser } from '@/features/accounts/session.service.ts';
import { noContent, readForm, readJson } from '@/lib/http.ts';

/** Changes the reader's name, or takes it away. */
export const PATCH = route(async (request) => {
  const user = await requireUser(request);
  const { name } = await readJson(request, accountBody);
  await renameUser(getContext().db, user.id, name ?? '');
  return noContent();
});

/** The same, for the form of the account page; whose session has ended meanwhile signs in first. */
export const POST = route(async (request) => {
  const user = await requestUser(request);
  if (!user) return seeOther('/signin', { returnTo: '/account' });
  const { name } = await readForm(request, accountForm);
  return orBackToForm(
    async () => {
      await renameUser(getContext().db, user.id, name);
      return seeOther('/account', { saved: '1' });
    },
    { path: '/account', typed: name, badRequest: 'name' },
  );
});
