import type { Metadata } from 'next';
import { getContext } from '@/app/_server/context.ts';
import { AdminTable } from '@/components/layout/admin-shell.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { adminTopicsQueryDto } from '@/features/topics/topic.dto.ts';
import { getAdminTopics } from '@/features/topics/topics.service.ts';
import { NewsroomPage, staffOnly } from '../newsroom-page.tsx';

export const instant = false;
export const metadata: Metadata = { title: 'Topics', robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AdminTopicsPage({ searchParams }: Props) {
  const user = await staffOnly('/admin/topics');
  const query = adminTopicsQueryDto.safeParse(await searchParams);
  const { afterName, afterSlug } = query.success ? query.data : {};
  const after = afterName && afterSlug ? { name: afterName, slug: afterSlug } : null;
  const { topics, hasMore } = await getAdminTopics(getContext().db, after);
  const last = topics.at(-1);
  return (
    <NewsroomPage user={user} room="/admin/topics" title="Topics">
      <AdminTable caption="Topics by name">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Kind</th>
            <th scope="col">Parent</th>
            <th scope="col" data-numeric>
              Followers
            </th>
            <th scope="col" data-numeric>
              Articles
            </th>
          </tr>
        </thead>
        <tbody>
          {topics.map((topic) => (
            <tr key={topic.slug}>
              <th scope="row">
                <SiteLink href={`/topic/${topic.slug}`}>{topic.name}</SiteLink>
                {topic.isRetired ? ' (retired)' : null}
              </th>
              <td>{topic.kind}</td>
              <td>{topic.parentName ?? '–'}</td>
              <td data-numeric>{topic.followerCount}</td>
              <td data-numeric>{topic.articleCount}</td>
            </tr>
          ))}
        </tbody>
      </AdminTable>
      {hasMore && last ? (
        <p>
          <SiteLink
            href={`/admin/topics?${new URLSearchParams({ afterName: last.name, afterSlug: last.slug })}`}
          >
            Next topics
          </SiteLink>
        </p>
      ) : null}
    </NewsroomPage>
  );
}
