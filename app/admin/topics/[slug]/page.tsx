import type { Metadata } from 'next';
import { getContext } from '@/app/_server/context.ts';
import { MergeLink } from '@/features/topics/merge-link.tsx';
import { OldAddresses } from '@/features/topics/old-addresses.tsx';
import { RetirePanel } from '@/features/topics/retire-panel.tsx';
import { getEditedTopic } from '@/features/topics/topic-editing.service.ts';
import { TopicFacts } from '@/features/topics/topic-facts.tsx';
import { TopicForm } from '@/features/topics/topic-form.tsx';
import { NewsroomPage, staffOnly } from '../../newsroom-page.tsx';

export const instant = false;
export const metadata: Metadata = { title: 'Edit topic', robots: { index: false } };

type Props = { params: Promise<{ slug: string }> };

export default async function EditTopicPage({ params }: Props) {
  const { slug } = await params;
  const user = await staffOnly(`/admin/topics/${slug}`);
  const topic = await getEditedTopic(getContext().db, user.id, slug);
  return (
    <NewsroomPage user={user} room="/admin/topics" title={topic.name}>
      <TopicFacts topic={topic} />
      <TopicForm topic={topic} />
      <OldAddresses topic={topic} />
      <RetirePanel topic={topic} />
      <MergeLink topic={topic} />
    </NewsroomPage>
  );
}
