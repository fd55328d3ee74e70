import type { Metadata } from 'next';
import { getContext } from '@/app/_server/context.ts';
import { oneParam, type SearchParams } from '@/app/_server/search-params.ts';
import { NewTopicForm } from '@/features/topics/new-topic-form.tsx';
import { getTopicPage } from '@/features/topics/topics.service.ts';
import { NewsroomPage, staffOnly } from '../../newsroom-page.tsx';

export const instant = false;
export const metadata: Metadata = { title: 'New topic', robots: { index: false } };

export default async function NewTopicPage({ searchParams }: { searchParams: SearchParams }) {
  const user = await staffOnly('/admin/topics/new');
  const slug = oneParam(await searchParams, 'parent');
  const found = slug ? await getTopicPage(getContext().db, slug) : null;
  const parent = found && found.topic.kind !== 'author' ? found.topic : null;
  return (
    <NewsroomPage user={user} room="/admin/topics" title="New topic">
      <NewTopicForm parent={parent && { slug: parent.slug, name: parent.name }} />
    </NewsroomPage>
  );
}
