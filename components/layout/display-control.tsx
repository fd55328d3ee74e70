'use client';
import { lazy, Suspense, useId, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import styles from './display-control.module.css';

const DisplayPanel = lazy(() =>
  import('./display-panel.tsx').then((module) => ({ default: module.DisplayPanel })),
);

/** Opens the choice of text size and colours beneath it; the choices are fetched when first asked for. */
export function DisplayControl() {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className={`${styles.control} no-print`}>
      <Button
        variant="outline"
        size="small"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span aria-hidden="true">Aa</span> Display
      </Button>
      {isOpen ? (
        <Suspense>
          <DisplayPanel id={id} />
        </Suspense>
      ) : null}
    </div>
  );
}
