import { notFound, redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { currentUser } from '@/app/_server/session.ts';
import { AdminShell } from '@/components/layout/admin-shell.tsx';
import { hasRole, type Role } from '@/features/accounts/roles.ts';
import type { SessionUser } from '@/features/accounts/session.service.ts';

/** The newsroom's rooms, and who may enter each. `app/_server/gate.ts` gives the status for them before a page runs. */
export const ROOMS: { href: string; name: string; role: Role }[] = [
  { href: '/admin/topics', name: 'Topics', role: 'editor' },
  { href: '/admin/insights', name: 'Insights', role: 'editor' },
  { href: '/admin/merges', name: 'Merges', role: 'editor' },
  { href: '/admin/audit', name: 'Audit log', role: 'editor' },
  { href: '/admin/people', name: 'People', role: 'admin' },
];

/**
 * Who may see a page of the newsroom. Await it before anything else in the page: visitors are sent
 * to sign in, readers find nothing. (The door has given the status already; this is the page's own check.)
 */
export async function staffOnly(path: string, role: Role = 'editor'): Promise<SessionUser> {
  const user = await currentUser();
  if (!user) redirect(`/signin?${new URLSearchParams({ returnTo: path })}`);
  if (!hasRole(user, role)) notFound();
  return user;
}

/** A page of the newsroom: its title, and the way to the other rooms this user may enter. */
export function NewsroomPage(props: { user: SessionUser; room: string; title: string; children: ReactNode }) {
  const links = ROOMS.filter((room) => hasRole(props.user, room.role));
  return (
    <AdminShell title={props.title} links={links} currentHref={props.room}>
      {props.children}
    </AdminShell>
  );
}
