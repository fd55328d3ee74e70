import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getContext } from '@/app/_server/context.ts';
import { listingMetadata } from '@/app/_server/describe.ts';
import { placeholderParams } from '@/lib/placeholder.ts';
import { DIRECTORY_DESCRIPTION, DIRECTORY_TITLE, DirectoryView } from './directory-view.tsx';

export const ensureStatic = 'navigation';
export const generateStaticParams = async () => placeholderParams('group');

/** What `/topics` is rewritten to (next.config.ts), for the same reason as the front page. */
const GROUP = 'all';

type Props = { params: Promise<{ group: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  if ((await params).group !== GROUP) return {};
  return listingMetadata(DIRECTORY_TITLE, DIRECTORY_DESCRIPTION, '/topics', getContext().settings.appUrl);
}

export default async function DirectoryPage({ params }: Props) {
  if ((await params).group !== GROUP) notFound();
  return <DirectoryView order="group" />;
}
