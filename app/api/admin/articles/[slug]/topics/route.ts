import { getContext } from '@/app/_server/context.ts';
import { expireTags } from '@/app/_server/expire.ts';
import { route } from '@/app/_server/route.ts';
import { requireUser } from '@/app/_server/session.ts';
import { requireRole } from '@/features/accounts/roles.ts';
import { articleTopicsChangeDto } from '@/features/articles/article-topics.dto.ts';
import { changeArticleTopics, getArticleTopics } from '@/features/articles/article-topics.service.ts';
import { privateJson, readJson } from '@/lib/http.ts';

type Context = { params: Promise<{ slug: string }> };

/** The topics of an article as its editors see them, with those its text suggests. */
export const GET = route(async (request, { params }: Context) => {
  const user = requireRole(await requireUser(request), 'editor');
  return privateJson(await getArticleTopics(getContext().db, user.id, (await params).slug));
});

/** Gives the article these topics in this order, if it still has those of the version the body names. */
export const PUT = route(async (request, { params }: Context) => {
  const user = requireRole(await requireUser(request), 'editor');
  const { slug } = await params;
  const change = await readJson(request, articleTopicsChangeDto);
  const { article, tags } = await changeArticleTopics(getContext().db, user.id, slug, change, new Date());
  expireTags(tags);
  return privateJson(article);
});
