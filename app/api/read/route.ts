import { getContext } from '@/app/_server/context.ts';
import { seeOther } from '@/app/_server/forms.ts';
import { route } from '@/app/_server/route.ts';
import { requestUser } from '@/app/_server/session.ts';
import { forgetRead, markRead } from '@/features/reads/reads.service.ts';
import { keptMoment } from '@/features/saved/kept-page.service.ts';
import { readFormDto } from '@/features/saved/saved.dto.ts';
import { readForm } from '@/lib/http.ts';
import { safeReturnTo } from '@/lib/return-to.ts';

/**
 * Marks an article as read or unread, for forms: then back to the page it stood on, or to the history,
 * which says what was done and offers to undo it. Whose session has ended meanwhile signs in first.
 */
export const POST = route(async (request) => {
  const { article, wanted, at, returnTo, q } = await readForm(request, readFormDto);
  const user = await requestUser(request);
  const page = safeReturnTo(returnTo ?? '/history');
  if (!user) return seeOther('/signin', { returnTo: page });
  const { db } = getContext();
  if (wanted === 'read') await markRead(db, user.id, article, keptMoment(new Date(), at));
  else await forgetRead(db, user.id, article);
  if (returnTo) return seeOther(page);
  return seeOther('/history', wanted === 'read' ? { q } : { q, removed: article, at });
});
