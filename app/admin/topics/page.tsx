import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getContext } from '@/app/_server/context.ts';
import { currentUser } from '@/app/_server/session.ts';
import { AdminShell, AdminTable } from '@/components/layout/admin-shell.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { hasRole } from '@/features/accounts/roles.ts';
import { adminTopicsQueryDto } from '@/features/topics/topic.dto.ts';
import { getAdminTopics } from '@/features/topics/topics.service.ts';

export const instant = false;
export const metadata: Metadata = { title: 'Topics', robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AdminTopicsPage({ searchParams }: Props) {
  const user = await currentUser();
  if (!user) redirect('/signin?returnTo=/admin/topics');
  if (!hasRole(user, 'editor')) notFound();
  const query = adminTopicsQueryDto.safeParse(await searchParams);
  const { afterName, afterSlug } = query.success ? query.data : {};
  const after = afterName && afterSlug ? { name: afterName, slug: afterSlug } : null;
  const { topics, hasMore } = await getAdminTopics(getContext().db, after);
  const last = topics.at(-1);
  return (
    <AdminShell
      title="Topics"
      links={[{ href: '/admin/topics', name: 'Topics' }]}
      currentHref="/admin/topics"
    >
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
    </AdminShell>
  );
}
