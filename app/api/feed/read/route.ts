import { getContext } from '@/app/_server/context.ts';
import { isForm, seeOther } from '@/app/_server/forms.ts';
import { route } from '@/app/_server/route.ts';
import { withQuery } from '@/app/_server/search-params.ts';
import { requestUser, requireUser } from '@/app/_server/session.ts';
import { markShownDto, markShownForm } from '@/features/feed/feed.dto.ts';
import { markShownRead } from '@/features/feed/mark-read.service.ts';
import { AppError } from '@/lib/errors.ts';
import { privateJson, readForm, readJson } from '@/lib/http.ts';
import { safeReturnTo } from '@/lib/return-to.ts';

/**
 * "Mark all as read": what the reader was shown, by the signed marks of its pages. Without JavaScript it is
 * a form, whose page then offers the way back.
 */
export const POST = route(async (request) => {
  const { db, settings } = getContext();
  const deps = { db, secret: settings.secret };
  if (!isForm(request)) {
    const user = await requireUser(request);
    const { shown } = await readJson(request, markShownDto);
    return privateJson(await markShownRead(deps, user.id, shown, new Date()));
  }
  const { shown, returnTo } = await readForm(request, markShownForm);
  const page = safeReturnTo(returnTo ?? '/following');
  const user = await requestUser(request);
  if (!user) return seeOther('/signin', { returnTo: page });
  try {
    const { undo } = await markShownRead(deps, user.id, shown, new Date());
    return seeOther(withQuery(page, { marked: undo }));
  } catch (error) {
    // The page says by itself that the history is off.
    if (error instanceof AppError && error.code === 'conflict') return seeOther(page);
    throw error;
  }
});
