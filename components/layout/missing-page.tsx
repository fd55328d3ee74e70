'use client';
import { EmptyState } from '@/components/feed/empty-state.tsx';
import { buttonClass } from '@/components/ui/button.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { Page } from './page.tsx';

/** The whole page for an address that nothing has. */
export function MissingPage() {
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
