'use client';
import { type KeyboardEvent, lazy, Suspense, useId, useRef, useState } from 'react';
import { CardReasons } from '@/components/feed/card-facts.tsx';
import { ArrowIcon } from '@/components/ui/icons.tsx';
import { useIsInteractive } from '@/components/ui/use-is-interactive.ts';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import type { ShownArticle } from './reasons-panel.tsx';
import styles from './why-shown.module.css';

const ReasonsPanel = lazy(() =>
  import('./reasons-panel.tsx').then((module) => ({ default: module.ReasonsPanel })),
);

/**
 * "Because you follow Iran": opens what can be done about each reason. Before and without JavaScript
 * the reasons are links to their own pages.
 */
export function WhyShown({ article }: { article: ShownArticle }) {
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const panelId = useId();
  const isInteractive = useIsInteractive();
  if (!isInteractive) return <CardReasons reasons={article.reasons} authors={article.authors} />;

  const closeByEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    button.current?.focus();
    setIsOpen(false);
  };
  const names = article.reasons.map((reason) => reason.name).join(', ');
  // The arrow does not begin a line alone.
  const lastWord = names.lastIndexOf(' ') + 1;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what the button opened.
    <div className={styles.why} onKeyDown={closeByEscape}>
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span>
          Because you follow{' '}
          <span className={styles.names}>
            {names.slice(0, lastWord)}
            <span className={styles.last}>
              {names.slice(lastWord)}
              <span className={styles.arrow}>
                <ArrowIcon size={12} />
              </span>
            </span>
          </span>
          <VisuallyHidden>. Why am I seeing this?</VisuallyHidden>
        </span>
      </button>
      {isOpen ? (
        <div id={panelId} className={styles.panel}>
          <Suspense fallback={null}>
            <ReasonsPanel article={article} />
          </Suspense>
        </div>
      ) : null}
    </div>
  );
}
