import { getContext } from '@/app/_server/context.ts';
import { seeOther } from '@/app/_server/forms.ts';
import { route } from '@/app/_server/route.ts';
import { tokenBody } from '@/features/newsletters/newsletters.dto.ts';
import { unsubscribe } from '@/features/newsletters/newsletters.service.ts';
import { readForm } from '@/lib/http.ts';

/** Ends the subscription of a leave link. The link is enough: no session, no cookie. */
export const POST = route(async (request) => {
  const { token } = await readForm(request, tokenBody);
  await unsubscribe(getContext().db, token);
  return seeOther('/newsletters/unsubscribe', { token });
});
