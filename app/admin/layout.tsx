import { notFound, redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { currentUser } from '@/app/_server/session.ts';
import { hasRole } from '@/features/accounts/roles.ts';

export const instant = false;

/** The newsroom's pages: sign-in for visitors; for readers they do not exist. Each page checks again for itself. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const user = await currentUser();
  if (!user) redirect('/signin?returnTo=/admin/topics');
  if (!hasRole(user, 'editor')) notFound();
  return children;
}
