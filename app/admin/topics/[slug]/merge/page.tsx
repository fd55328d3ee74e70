import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getContext } from '@/app/_server/context.ts';
import { NewsroomPage, staffOnly } from '@/app/admin/newsroom-page.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { MergePanel } from '@/features/topics/merge-panel.tsx';
import { findTopic } from '@/features/topics/topics.service.ts';

export const instant = false;
export const metadata: Metadata = { title: 'Merge a topic', robots: { index: false } };

export default async function MergePage({ params }: { params: Promise<{ slug: string }> }) {
  const user = await staffOnly('/admin/topics');
  const { slug } = await params;
  const topic = await findTopic(getContext().db, slug);
  if (topic.kind === 'author') notFound();
  // A topic that is merged already: the one it is merged into is another matter, so it gets its own address.
  if (topic.slug !== slug) redirect(`/admin/topics/${topic.slug}/merge`);
  return (
    <NewsroomPage user={user} room="/admin/topics" title={`Merge ${topic.name}`}>
      {topic.kind === 'section' ? (
        <Notice title={`${topic.name} is a section`}>
          Articles are filed under it, so it cannot be merged. Other topics can be merged into it.
        </Notice>
      ) : (
        <MergePanel topic={{ slug: topic.slug, name: topic.name }} />
      )}
    </NewsroomPage>
  );
}
