import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { requireUser } from '@/app/_server/session.ts';
import { forgetRead, markRead } from '@/features/reads/reads.service.ts';
import { keptMoment } from '@/features/saved/kept-page.service.ts';
import { keepQueryDto } from '@/features/saved/saved.dto.ts';
import { noContent, readQuery } from '@/lib/http.ts';

type Params = { params: Promise<{ slug: string }> };

/** The reader has read the article, now; or when they had read it, for an Undo. */
export const PUT = route(async (request, { params }: Params) => {
  const user = await requireUser(request);
  const { at } = readQuery(request, keepQueryDto);
  await markRead(getContext().db, user.id, (await params).slug, keptMoment(new Date(), at));
  return noContent();
});

/** The article leaves the reader's history. */
export const DELETE = route(async (request, { params }: Params) => {
  const user = await requireUser(request);
  await forgetRead(getContext().db, user.id, (await params).slug);
  return noContent();
});
