import type { z } from 'zod';
import { getContext } from '@/app/_server/context.ts';
import { clientAddress, isForm, orBackToForm, seeOther } from '@/app/_server/forms.ts';
import { route } from '@/app/_server/route.ts';
import { signInBody } from '@/features/accounts/accounts.dto.ts';
import { requestSignIn } from '@/features/accounts/sign-in.service.ts';
import { privateJson, readForm, readJson } from '@/lib/http.ts';

/** Mails a sign-in link. The answer does not say whether the address is known (T7). */
export const POST = route(async (request) => {
  if (!isForm(request)) {
    await mailLink(request, await readJson(request, signInBody));
    return privateJson({ sent: true }, { status: 202 });
  }
  const body = await readForm(request, signInBody);
  const { email, returnTo, follow } = body;
  return orBackToForm(
    async () => {
      await mailLink(request, body);
      return seeOther('/signin', { sent: '1', returnTo, follow });
    },
    { path: '/signin', query: { returnTo, follow }, typed: email, badRequest: 'email' },
  );
});

async function mailLink(
  request: Request,
  { email, returnTo, follow, follows = [] }: z.infer<typeof signInBody>,
): Promise<void> {
  await requestSignIn(getContext(), {
    email,
    returnTo,
    followSlugs: follow ? [follow, ...follows] : follows,
    clientAddress: clientAddress(request),
  });
}
