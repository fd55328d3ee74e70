import type { Metadata } from 'next';
import { getContext } from '@/app/_server/context.ts';
import { MergeLedger } from '@/features/topics/merge-ledger.tsx';
import { mergesQueryDto } from '@/features/topics/topic-merges.dto.ts';
import { getMerges } from '@/features/topics/topic-merges.service.ts';
import { NewsroomPage, staffOnly } from '../newsroom-page.tsx';

export const instant = false;
export const metadata: Metadata = { title: 'Merges', robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MergesPage({ searchParams }: Props) {
  const user = await staffOnly('/admin/merges');
  const query = mergesQueryDto.safeParse(await searchParams);
  const before = (query.success && query.data.before) || null;
  return (
    <NewsroomPage user={user} room="/admin/merges" title="Merges">
      <MergeLedger key={before} before={before} page={await getMerges(getContext().db, user.id, before)} />
    </NewsroomPage>
  );
}
