import { getContext } from '@/app/_server/context.ts';
import { expireTags } from '@/app/_server/expire.ts';
import { publishInTurn } from '@/app/_server/publish-in-turn.ts';
import { route } from '@/app/_server/route.ts';
import { requireUser } from '@/app/_server/session.ts';
import { requireRole } from '@/features/accounts/roles.ts';
import { articleTopicsChangeDto } from '@/features/articles/article-topics.dto.ts';
import { changeArticleTopics, getArticleTopics } from '@/features/articles/article-topics.service.ts';
import { letFileDecide } from '@/features/articles/file-topics.service.ts';
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

/** Lets the article's file in the content folder decide its topics again, from now on and for what it has now. */
export const DELETE = route(async (request, { params }: Context) => {
  const user = requireRole(await requireUser(request), 'editor');
  const { slug } = await params;
  const { db, settings } = getContext();
  const { tags } = await publishInTurn(() =>
    letFileDecide(db, user.id, slug, settings.contentDir, new Date()),
  );
  expireTags(tags);
  return privateJson(await getArticleTopics(db, user.id, slug));
});
