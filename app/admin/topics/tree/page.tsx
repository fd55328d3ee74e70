import type { Metadata } from 'next';
import { getContext } from '@/app/_server/context.ts';
import { CountedAt } from '@/features/topics/counted-at.tsx';
import { TOP_LEVEL, topicTableQueryDto } from '@/features/topics/topic-table.dto.ts';
import { getTopicTable } from '@/features/topics/topic-table.service.ts';
import { TopicTree } from '@/features/topics/topic-tree.tsx';
import { TopicWays } from '@/features/topics/topic-ways.tsx';
import { TreeSearch } from '@/features/topics/tree-search.tsx';
import { NewsroomPage, staffOnly } from '../../newsroom-page.tsx';

export const instant = false;
export const metadata: Metadata = { title: 'Tree of topics', robots: { index: false } };

export default async function TopicTreePage() {
  const user = await staffOnly('/admin/topics/tree');
  const { db, settings } = getContext();
  const query = topicTableQueryDto.parse({ parent: TOP_LEVEL });
  const first = await getTopicTable({ db, secret: settings.secret }, user.id, query);
  return (
    <NewsroomPage user={user} room="/admin/topics" title="Topics">
      <TopicWays current="tree" />
      <TreeSearch />
      <TopicTree parent={TOP_LEVEL} label="Topics of the top level" first={first} />
      <CountedAt at={first.countedAt} now={Date.now()} />
    </NewsroomPage>
  );
}
