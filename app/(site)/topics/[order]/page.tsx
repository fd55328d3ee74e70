import type { Metadata } from 'next';
import { getContext } from '@/app/_server/context.ts';
import { listingMetadata, MISSING } from '@/app/_server/describe.ts';
import {
  DIRECTORY_DESCRIPTION,
  DIRECTORY_TITLE,
  DirectoryView,
} from '@/app/(site)/directory/[group]/directory-view.tsx';
import { MissingPage } from '@/components/layout/missing-page.tsx';
import { placeholderParams } from '@/lib/placeholder.ts';

export const ensureStatic = 'navigation';
export const generateStaticParams = async () => placeholderParams('order');

/** The one order with an address of its own; the other is `/topics` itself, which this page is a copy of. */
const ORDER = 'a-z';

type Props = { params: Promise<{ order: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  if ((await params).order !== ORDER) return MISSING;
  const title = `${DIRECTORY_TITLE}, A to Z`;
  return listingMetadata(title, DIRECTORY_DESCRIPTION, '/topics', getContext().settings.appUrl);
}

export default async function OrderedDirectoryPage({ params }: Props) {
  return (await params).order === ORDER ? <DirectoryView order="alphabet" /> : <MissingPage />;
}
