'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { ShareIcon } from '@/components/ui/icons.tsx';
import styles from './share-button.module.css';

export interface ShareButtonProps {
  title: string;
  /** The canonical address; the page's own, without its fragment, when left out. */
  url?: string;
}

/** Shares by the platform's sheet where there is one, else copies the link and says so. */
export function ShareButton({ title, url }: ShareButtonProps) {
  const [outcome, setOutcome] = useState('');

  const share = async () => {
    const address = url ?? window.location.href.split('#')[0] ?? '';
    if (typeof navigator.share === 'function') {
      const isDone = await navigator.share({ title, url: address }).then(
        () => true,
        // The reader closed the sheet: nothing to do. Anything else: fall back to copying.
        (error: unknown) => error instanceof DOMException && error.name === 'AbortError',
      );
      if (isDone) return;
    }
    try {
      await navigator.clipboard.writeText(address);
      setOutcome('Link copied');
    } catch {
      setOutcome('Could not copy. The address is in the address bar.');
    }
  };

  return (
    <span className={`${styles.share} no-print`}>
      <Button variant="outline" size="small" onClick={share}>
        <ShareIcon size={16} />
        Share
      </Button>
      <span role="status" className={styles.outcome}>
        {outcome}
      </span>
    </span>
  );
}
