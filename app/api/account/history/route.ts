import { getContext } from '@/app/_server/context.ts';
import { seeOther } from '@/app/_server/forms.ts';
import { route } from '@/app/_server/route.ts';
import { requestUser } from '@/app/_server/session.ts';
import { historyForm } from '@/features/reads/reads.dto.ts';
import { keepHistory } from '@/features/reads/reads.service.ts';
import { readForm } from '@/lib/http.ts';
import { safeReturnTo } from '@/lib/return-to.ts';

/** Whether a history of what is read is kept; whose session has ended meanwhile signs in first. */
export const POST = route(async (request) => {
  const user = await requestUser(request);
  if (!user) return seeOther('/signin', { returnTo: '/account' });
  const { keepsHistory, returnTo } = await readForm(request, historyForm);
  await keepHistory(getContext().db, user.id, keepsHistory === 'on');
  if (returnTo) return seeOther(safeReturnTo(returnTo));
  return seeOther('/account', { saved: `history-${keepsHistory}` });
});
