'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import styles from './dialog.module.css';
import { IconButton } from './icon-button.tsx';
import { CloseIcon } from './icons.tsx';
import { useInertPage } from './use-inert-page.ts';

export interface DialogProps {
  isOpen: boolean;
  /** Called with false when the reader closes it: Escape, the cross, a press outside. */
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  description?: string;
  children?: ReactNode;
  /** Buttons at the foot. */
  actions?: ReactNode;
}

/** A small modal dialog. Focus is trapped in it and goes back to what opened it. Load it on demand. */
export function Dialog({ isOpen, onOpenChange, title, description, children, actions }: DialogProps) {
  useInertPage(isOpen);
  return (
    <Base.Root open={isOpen} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup className={styles.popup}>
          <Base.Title className={styles.title}>{title}</Base.Title>
          {description ? (
            <Base.Description className={styles.description}>{description}</Base.Description>
          ) : null}
          {children}
          {actions ? <div className={styles.actions}>{actions}</div> : null}
          <Base.Close render={<IconButton label="Close" icon={<CloseIcon />} className={styles.close} />} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
