import type { z } from 'zod';
import { getContext } from '@/app/_server/context.ts';
import { clientAddress, isForm, orBackToForm, seeOther } from '@/app/_server/forms.ts';
import { route } from '@/app/_server/route.ts';
import { subscribeBody } from '@/features/newsletters/newsletters.dto.ts';
import { subscribe } from '@/features/newsletters/newsletters.service.ts';
import { privateJson, readForm, readJson } from '@/lib/http.ts';

/** Mails the question whether this address wants the newsletter. The answer is the same for all (T7). */
export const POST = route(async (request) => {
  if (!isForm(request)) {
    await ask(request, await readJson(request, subscribeBody));
    return privateJson({ sent: true }, { status: 202 });
  }
  const body = await readForm(request, subscribeBody);
  const { newsletter, email, returnTo } = body;
  return orBackToForm(
    async () => {
      await ask(request, body);
      return seeOther('/newsletters', { sent: '1', newsletter, returnTo });
    },
    { path: '/newsletters', query: { newsletter, returnTo }, typed: email, badRequest: 'email' },
  );
});

async function ask(request: Request, { newsletter, email }: z.infer<typeof subscribeBody>): Promise<void> {
  await subscribe(getContext(), { newsletter, email, clientAddress: clientAddress(request) });
}
