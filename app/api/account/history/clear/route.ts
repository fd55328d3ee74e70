import { getContext } from '@/app/_server/context.ts';
import { seeOther } from '@/app/_server/forms.ts';
import { route } from '@/app/_server/route.ts';
import { requestUser } from '@/app/_server/session.ts';
import { clearForm } from '@/features/reads/reads.dto.ts';
import { clearHistory } from '@/features/reads/reads.service.ts';
import { readForm } from '@/lib/http.ts';

/** Forgets all that was read; whose session has ended meanwhile signs in first. */
export const POST = route(async (request) => {
  await readForm(request, clearForm);
  const user = await requestUser(request);
  if (!user) return seeOther('/signin', { returnTo: '/history' });
  await clearHistory(getContext().db, user.id);
  return seeOther('/history', { cleared: '1' });
});
