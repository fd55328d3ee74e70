import type { Metadata } from 'next';
import { EmptyState } from '@/components/feed/empty-state.tsx';
import { Page } from '@/components/layout/page.tsx';
import { buttonClass } from '@/components/ui/button.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';

export const metadata: Metadata = { title: 'Page not found', robots: { index: false } };

export default function NotFound() {
  return (
    <Page width="text">
      <EmptyState
        headingLevel={1}
        title="There is no such page"
        actions={
          <>
            <SiteLink className={buttonClass('solid')} href="/">
              Front page
            </SiteLink>
            <SiteLink className={buttonClass('outline')} href="/topics">
              All topics
            </SiteLink>
          </>
        }
      >
        <p>The address may be mistyped, or the article is no longer published.</p>
      </EmptyState>
    </Page>
  );
}
