import { getContext } from '@/app/_server/context.ts';
import { seeOther } from '@/app/_server/forms.ts';
import { route } from '@/app/_server/route.ts';
import { requestUser } from '@/app/_server/session.ts';
import { keptMoment } from '@/features/saved/kept-page.service.ts';
import { saveFormDto } from '@/features/saved/saved.dto.ts';
import { removeSaved, saveArticle } from '@/features/saved/saved.service.ts';
import { AppError } from '@/lib/errors.ts';
import { readForm } from '@/lib/http.ts';
import { safeReturnTo } from '@/lib/return-to.ts';

/**
 * Saves an article or takes it out again, for forms: then back to the page it stood on, or to the list,
 * which says what was done and offers to undo it. A visitor signs in first.
 */
export const POST = route(async (request) => {
  const { article, wanted, at, returnTo, q } = await readForm(request, saveFormDto);
  const user = await requestUser(request);
  const page = safeReturnTo(returnTo ?? `/article/${encodeURIComponent(article)}`);
  if (!user) return seeOther('/signin', { returnTo: page });
  const { db } = getContext();
  try {
    if (wanted === 'save') await saveArticle(db, user.id, article, keptMoment(new Date(), at));
    else await removeSaved(db, user.id, article);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'limit_reached') throw error;
    return seeOther('/saved', { error: 'limit' });
  }
  if (returnTo) return seeOther(page);
  return seeOther('/saved', wanted === 'save' ? { q, saved: article } : { q, removed: article, at });
});
