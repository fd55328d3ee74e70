import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { getArticle } from '@/features/articles/articles.service.ts';
import { AppError } from '@/lib/errors.ts';

const SHARED_CACHE = { 'Cache-Control': 'public, max-age=0, s-maxage=60' };

export const GET = route(async (_request, { params }: { params: Promise<{ slug: string }> }) => {
  const article = await getArticle(getContext().db, (await params).slug);
  if (!article) throw new AppError('not_found', 'There is no such article.');
  return Response.json(article, { headers: SHARED_CACHE });
});
