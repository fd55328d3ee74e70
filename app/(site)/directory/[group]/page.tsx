import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cachedDirectory } from '@/app/_server/cached.ts';
import { getContext } from '@/app/_server/context.ts';
import { listingMetadata } from '@/app/_server/describe.ts';
import { Page } from '@/components/layout/page.tsx';
import { PageHeading } from '@/components/layout/page-heading.tsx';
import { placeholderParams } from '@/lib/placeholder.ts';
import { TopicDirectory } from './topic-directory-island.tsx';

export const ensureStatic = 'navigation';
export const generateStaticParams = async () => placeholderParams('group');

/** What `/topics` is rewritten to (next.config.ts), for the same reason as the front page. */
const GROUP = 'all';
const TITLE = 'All topics';
const DESCRIPTION =
  'Everything the paper writes about. Follow what matters to you; a topic brings the topics within it.';

type Props = { params: Promise<{ group: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  if ((await params).group !== GROUP) return {};
  return listingMetadata(TITLE, DESCRIPTION, '/topics', getContext().settings.appUrl);
}

export default async function DirectoryPage({ params }: Props) {
  if ((await params).group !== GROUP) notFound();
  return (
    <Page>
      <PageHeading title={TITLE} description={DESCRIPTION} />
      <TopicDirectory topics={await cachedDirectory()} />
    </Page>
  );
}
