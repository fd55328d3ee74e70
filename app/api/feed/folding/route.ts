import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { requireUser } from '@/app/_server/session.ts';
import { foldingDto } from '@/features/feed/feed.dto.ts';
import { chooseFolding } from '@/features/feed/feed.service.ts';
import { noContent, readJson } from '@/lib/http.ts';

export const PUT = route(async (request) => {
  const user = await requireUser(request);
  const { folds } = await readJson(request, foldingDto);
  await chooseFolding(getContext().db, user.id, folds);
  return noContent();
});
