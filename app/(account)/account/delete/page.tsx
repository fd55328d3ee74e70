import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getContext } from '@/app/_server/context.ts';
import { oneParam, type SearchParams } from '@/app/_server/search-params.ts';
import { currentUser } from '@/app/_server/session.ts';
import { typedBefore } from '@/app/_server/typed.ts';
import { DeleteAccountForm } from '@/features/accounts/delete-account-form.tsx';
import { isRecent } from '@/features/accounts/deletion.service.ts';

export const metadata: Metadata = { title: 'Delete your account', robots: { index: false } };
export const instant = false;

export default async function DeleteAccountPage({ searchParams }: { searchParams: SearchParams }) {
  const user = await currentUser();
  if (!user) redirect('/signin?returnTo=%2Faccount%2Fdelete');
  const error = oneParam(await searchParams, 'error');
  const typed = error ? await typedBefore(getContext().settings) : undefined;
  return (
    <DeleteAccountForm email={user.email} isRecent={isRecent(user, new Date())} typed={typed} error={error} />
  );
}
