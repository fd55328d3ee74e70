import type { Metadata } from 'next';
import { cache } from 'react';
import { getContext } from '@/app/_server/context.ts';
import { getArticleTopics } from '@/features/articles/article-topics.service.ts';
import { ArticleTopics } from '@/features/topics/article-topics.tsx';
import { NewsroomPage, staffOnly } from '../../../newsroom-page.tsx';

export const instant = false;

type Props = { params: Promise<{ slug: string }> };

/** Read once, for the title and for the page. */
const load = cache(async (slug: string) => {
  const user = await staffOnly(`/admin/articles/${slug}/topics`);
  return { user, article: await getArticleTopics(getContext().db, user.id, slug) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { article } = await load((await params).slug);
  return { title: `Topics of “${article.headline}”`, robots: { index: false } };
}

export default async function ArticleTopicsPage({ params }: Props) {
  const { user, article } = await load((await params).slug);
  return (
    <NewsroomPage user={user} room="/admin/topics" title="Topics of an article">
      <ArticleTopics article={article} />
    </NewsroomPage>
  );
}
