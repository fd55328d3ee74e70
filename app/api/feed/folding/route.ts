import { getContext } from '@/app/_server/context.ts';
import { seeOther } from '@/app/_server/forms.ts';
import { route } from '@/app/_server/route.ts';
import { requestUser, requireUser } from '@/app/_server/session.ts';
import { foldingDto, foldingFormDto } from '@/features/feed/feed.dto.ts';
import { chooseFolding } from '@/features/feed/feed.service.ts';
import { noContent, readForm, readJson } from '@/lib/http.ts';

export const PUT = route(async (request) => {
  const user = await requireUser(request);
  const { folds } = await readJson(request, foldingDto);
  await chooseFolding(getContext().db, user.id, folds);
  return noContent();
});

/** The same by a form, then back to Following, which shows it. */
export const POST = route(async (request) => {
  const { folds } = await readForm(request, foldingFormDto);
  const user = await requestUser(request);
  if (!user) return seeOther('/signin', { returnTo: '/following' });
  await chooseFolding(getContext().db, user.id, folds === 'on');
  return seeOther('/following');
});
