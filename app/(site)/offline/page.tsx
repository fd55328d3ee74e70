import type { Metadata } from 'next';
import { EmptyState } from '@/components/feed/empty-state.tsx';
import { Page } from '@/components/layout/page.tsx';
import { KeptArticles } from '@/features/offline/kept-articles.tsx';

export const metadata: Metadata = { title: 'Offline', robots: { index: false } };

/** In place of a page that is not kept, when there is no network. */
export default function OfflinePage() {
  return (
    <Page width="text">
      <EmptyState headingLevel={1} title="This page needs a connection">
        <p>You have not opened it lately on this device, so there is no copy of it here.</p>
      </EmptyState>
      <KeptArticles />
    </Page>
  );
}
