import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { getContext } from '@/app/_server/context.ts';
import { NewsroomPage, staffOnly } from '@/app/admin/newsroom-page.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { MergePanel } from '@/features/topics/merge-panel.tsx';
import { TopicBack } from '@/features/topics/topic-back.tsx';
import { findTopic } from '@/features/topics/topics.service.ts';

export const instant = false;

type Props = { params: Promise<{ slug: string }> };

/** Read once, for the title and for the page. */
const load = cache(async (slug: string) => {
  const user = await staffOnly('/admin/topics');
  return { user, topic: await findTopic(getContext().db, slug) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { topic } = await load((await params).slug);
  return { title: `Merge ${topic.name}`, robots: { index: false } };
}

export default async function MergePage({ params }: Props) {
  const { slug } = await params;
  const { user, topic } = await load(slug);
  if (topic.kind === 'author') notFound();
  // A topic that is merged already: the one it is merged into is another matter, so it gets its own address.
  if (topic.slug !== slug) redirect(`/admin/topics/${topic.slug}/merge`);
  return (
    <NewsroomPage user={user} room="/admin/topics" title={`Merge ${topic.name}`}>
      <TopicBack topic={topic} />
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
