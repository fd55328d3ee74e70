import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { requireUser } from '@/app/_server/session.ts';
import { requireRole } from '@/features/accounts/roles.ts';
import { articleSearchQueryDto } from '@/features/articles/article-topics.dto.ts';
import { findArticles } from '@/features/articles/topic-articles.service.ts';
import { privateJson, readQuery } from '@/lib/http.ts';

/** The newest articles whose headlines hold these words. */
export const GET = route(async (request) => {
  const user = requireRole(await requireUser(request), 'editor');
  const { q } = readQuery(request, articleSearchQueryDto);
  return privateJson(await findArticles(getContext().db, user.id, q));
});
