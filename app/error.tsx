'use client';
import { useEffect } from 'react';
import { EmptyState } from '@/components/feed/empty-state.tsx';
import { Page } from '@/components/layout/page.tsx';
import { Button, buttonClass } from '@/components/ui/button.tsx';
import { reloadForNewCode } from './new-code.ts';

/** Shown when a page could not be made: usually the database cannot be reached for a moment. */
export default function ErrorPage({ error, reset }: { error: Error; reset: () => void }) {
  useEffect(() => void reloadForNewCode(error), [error]);
  return (
    <Page width="text">
      <EmptyState
        headingLevel={1}
        title="This page could not be loaded"
        actions={
          <>
            <Button onClick={reset}>Try again</Button>
            <a className={buttonClass('outline')} href="/">
              Front page
            </a>
          </>
        }
      >
        <p>Something went wrong on our side. Nothing of yours is lost. Try again in a moment.</p>
      </EmptyState>
    </Page>
  );
}
