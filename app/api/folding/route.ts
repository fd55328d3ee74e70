import { getContext } from '@/app/_server/context.ts';
import { seeOther } from '@/app/_server/forms.ts';
import { route } from '@/app/_server/route.ts';
import { requestUser } from '@/app/_server/session.ts';
import { foldingFormDto } from '@/features/feed/feed.dto.ts';
import { chooseFolding } from '@/features/feed/feed.service.ts';
import { readForm } from '@/lib/http.ts';

/** The form of Following: whether long runs on one topic are folded, then back to the page that shows it. */
export const POST = route(async (request) => {
  const { folds } = await readForm(request, foldingFormDto);
  const user = await requestUser(request);
  if (!user) return seeOther('/signin', { returnTo: '/following' });
  await chooseFolding(getContext().db, user.id, folds === 'on');
  return seeOther('/following');
});
