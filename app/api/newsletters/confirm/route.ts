import { getContext } from '@/app/_server/context.ts';
import { seeOther } from '@/app/_server/forms.ts';
import { route } from '@/app/_server/route.ts';
import { tokenBody } from '@/features/newsletters/newsletters.dto.ts';
import { confirmSubscription } from '@/features/newsletters/newsletters.service.ts';
import { readForm } from '@/lib/http.ts';

/** Confirms the subscription of a mailed link. The page it goes back to shows the new state. */
export const POST = route(async (request) => {
  const { token } = await readForm(request, tokenBody);
  await confirmSubscription(getContext(), token);
  return seeOther('/newsletters/confirm', { token });
});
