import type { Metadata } from 'next';
import { cache } from 'react';
import { getContext } from '@/app/_server/context.ts';
import { oneParam, type SearchParams } from '@/app/_server/search-params.ts';
import { Notice } from '@/components/ui/notice.tsx';
import { topicArticlesQueryDto } from '@/features/articles/article-topics.dto.ts';
import { getTopicArticleList } from '@/features/articles/topic-articles.service.ts';
import { TopicArticleSearch } from '@/features/topics/topic-article-search.tsx';
import { TopicArticles } from '@/features/topics/topic-articles.tsx';
import { findTopic } from '@/features/topics/topics.service.ts';
import { AppError } from '@/lib/errors.ts';
import { NewsroomPage, staffOnly } from '../../../newsroom-page.tsx';

export const instant = false;

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

/** Read once, for the title and for the page. */
const load = cache(async (slug: string) => {
  const user = await staffOnly(`/admin/topics/${slug}/articles`);
  return { user, name: (await findTopic(getContext().db, slug)).name };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await load((await params).slug);
  return { title: `Articles of ${name}`, robots: { index: false } };
}

export default async function TopicArticlesPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { user, name } = await load(slug);
  const { db, settings } = getContext();
  const asked = await searchParams;
  const given = { q: oneParam(asked, 'q')?.trim(), cursor: oneParam(asked, 'cursor') };
  const parsed = topicArticlesQueryDto.safeParse(given);
  const query = parsed.data ?? { q: '', cursor: '' };
  const page = await getTopicArticleList({ db, secret: settings.secret }, user.id, slug, query).catch(
    (error: unknown) => {
      if (error instanceof AppError && error.code === 'bad_request') return error.message;
      throw error;
    },
  );
  const problem = parsed.success ? undefined : 'Type fewer than 200 letters.';
  return (
    <NewsroomPage user={user} room="/admin/topics" title={`Articles of ${name}`}>
      <TopicArticleSearch topic={{ slug, name }} q={given.q ?? ''} error={problem} />
      {typeof page === 'string' ? (
        <Notice tone="error" title={page} />
      ) : (
        <TopicArticles key={JSON.stringify(query)} topic={{ slug, name }} query={query} page={page} />
      )}
    </NewsroomPage>
  );
}
