import type { Metadata } from 'next';
import { cache } from 'react';
import { getContext } from '@/app/_server/context.ts';
import { MergeLink } from '@/features/topics/merge-link.tsx';
import { OldAddresses } from '@/features/topics/old-addresses.tsx';
import { RetirePanel } from '@/features/topics/retire-panel.tsx';
import { getEditedTopic } from '@/features/topics/topic-editing.service.ts';
import { TopicFacts } from '@/features/topics/topic-facts.tsx';
import { TopicForm } from '@/features/topics/topic-form.tsx';
import { NewsroomPage, staffOnly } from '../../newsroom-page.tsx';

export const instant = false;

type Props = { params: Promise<{ slug: string }> };

/** Read once, for the title and for the page. */
const load = cache(async (slug: string) => {
  const user = await staffOnly(`/admin/topics/${slug}`);
  return { user, topic: await getEditedTopic(getContext().db, user.id, slug) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { topic } = await load((await params).slug);
  return { title: `Edit ${topic.name}`, robots: { index: false } };
}

export default async function EditTopicPage({ params }: Props) {
  const { user, topic } = await load((await params).slug);
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
