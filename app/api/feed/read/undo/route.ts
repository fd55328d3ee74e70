import { getContext } from '@/app/_server/context.ts';
import { isForm, seeOther } from '@/app/_server/forms.ts';
import { route } from '@/app/_server/route.ts';
import { requestUser, requireUser } from '@/app/_server/session.ts';
import { unmarkDto, unmarkForm } from '@/features/feed/feed.dto.ts';
import { unmarkRead } from '@/features/feed/mark-read.service.ts';
import { noContent, readForm, readJson } from '@/lib/http.ts';
import { safeReturnTo } from '@/lib/return-to.ts';

/** Makes unread again exactly what "Mark all as read" has marked. */
export const POST = route(async (request) => {
  const { db, settings } = getContext();
  const deps = { db, secret: settings.secret };
  if (!isForm(request)) {
    const user = await requireUser(request);
    await unmarkRead(deps, user.id, (await readJson(request, unmarkDto)).undo);
    return noContent();
  }
  const { undo, returnTo } = await readForm(request, unmarkForm);
  const page = safeReturnTo(returnTo ?? '/following');
  const user = await requestUser(request);
  if (!user) return seeOther('/signin', { returnTo: page });
  await unmarkRead(deps, user.id, undo);
  return seeOther(page);
});
