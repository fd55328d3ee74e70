import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { requireUser } from '@/app/_server/session.ts';
import { keptMoment } from '@/features/saved/kept-page.service.ts';
import { keepQueryDto } from '@/features/saved/saved.dto.ts';
import { removeSaved, saveArticle } from '@/features/saved/saved.service.ts';
import { noContent, readQuery } from '@/lib/http.ts';

type Params = { params: Promise<{ slug: string }> };

export const PUT = route(async (request, { params }: Params) => {
  const user = await requireUser(request);
  const { at } = readQuery(request, keepQueryDto);
  await saveArticle(getContext().db, user.id, (await params).slug, keptMoment(new Date(), at));
  return noContent();
});

export const DELETE = route(async (request, { params }: Params) => {
  const user = await requireUser(request);
  await removeSaved(getContext().db, user.id, (await params).slug);
  return noContent();
});
