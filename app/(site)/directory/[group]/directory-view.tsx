import { cachedDirectory } from '@/app/_server/cached.ts';
import { Page } from '@/components/layout/page.tsx';
import { PageHeading } from '@/components/layout/page-heading.tsx';
import { type DirectoryOrder, TopicDirectory } from './topic-directory-island.tsx';

export const DIRECTORY_TITLE = 'All topics';
export const DIRECTORY_DESCRIPTION =
  'Everything the paper writes about. Follow what matters to you; a topic brings the topics within it.';

/** The topic directory's page, in one of its two orders. */
export async function DirectoryView({ order }: { order: DirectoryOrder }) {
  const { topics, isWhole } = await cachedDirectory();
  return (
    <Page>
      <PageHeading title={DIRECTORY_TITLE} description={DIRECTORY_DESCRIPTION} />
      <TopicDirectory topics={topics} order={order} isWhole={isWhole} />
    </Page>
  );
}
