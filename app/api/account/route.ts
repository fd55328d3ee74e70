import { getContext } from '@/app/_server/context.ts';
import { orBackToForm, seeOther } from '@/app/_server/forms.ts';
import { route } from '@/app/_server/route.ts';
import { requireUser } from '@/app/_server/session.ts';
import { accountBody } from '@/features/accounts/accounts.dto.ts';
import { renameUser } from '@/features/accounts/session.service.ts';
import { noContent, readForm, readJson } from '@/lib/http.ts';

/** Changes the reader's name. */
export const PATCH = route(async (request) => {
  const user = await requireUser(request);
  const { name } = await readJson(request, accountBody);
  await renameUser(getContext().db, user.id, name);
  return noContent();
});

/** The same, for the form of the account page. */
export const POST = route(async (request) => {
  const user = await requireUser(request);
  const { name } = await readForm(request, accountBody);
  return orBackToForm(
    async () => {
      await renameUser(getContext().db, user.id, name);
      return seeOther('/account', { saved: '1' });
    },
    { path: '/account', typed: { name: name.slice(0, 200) }, badRequest: 'name' },
  );
});
