import type { Metadata } from 'next';
import { getContext } from '@/app/_server/context.ts';
import { getArticleTopics } from '@/features/articles/article-topics.service.ts';
import { ArticleTopics } from '@/features/topics/article-topics.tsx';
import { NewsroomPage, staffOnly } from '../../../newsroom-page.tsx';

export const instant = false;
export const metadata: Metadata = { title: 'Topics of an article', robots: { index: false } };

export default async function ArticleTopicsPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const user = await staffOnly(`/admin/articles/${slug}/topics`);
  const article = await getArticleTopics(getContext().db, user.id, slug);
  return (
    <NewsroomPage user={user} room="/admin/topics" title="Topics of an article">
      <ArticleTopics article={article} />
    </NewsroomPage>
  );
}
