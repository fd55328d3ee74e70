import { getContext } from '@/app/_server/context.ts';
import { expireTags } from '@/app/_server/expire.ts';
import { route } from '@/app/_server/route.ts';
import { requireUser } from '@/app/_server/session.ts';
import { requireRole } from '@/features/accounts/roles.ts';
import { topicArticlesChangeDto, topicArticlesQueryDto } from '@/features/articles/article-topics.dto.ts';
import { changeTopicArticles, getTopicArticleList } from '@/features/articles/topic-articles.service.ts';
import { privateJson, readJson, readQuery } from '@/lib/http.ts';

type Context = { params: Promise<{ slug: string }> };

/** A page of the articles in the topic and beneath it. */
export const GET = route(async (request, { params }: Context) => {
  const user = requireRole(await requireUser(request), 'editor');
  const query = readQuery(request, topicArticlesQueryDto);
  const { db, settings } = getContext();
  const { slug } = await params;
  return privateJson(await getTopicArticleList({ db, secret: settings.secret }, user.id, slug, query));
});

/** Puts articles into the topic, takes them out, or moves them to another one. */
export const POST = route(async (request, { params }: Context) => {
  const user = requireRole(await requireUser(request), 'editor');
  const { slug } = await params;
  const change = await readJson(request, topicArticlesChangeDto);
  const { changed, tags } = await changeTopicArticles(getContext().db, user.id, slug, change, new Date());
  expireTags(tags);
  return privateJson({ changed });
});
