'use client';
import { Button } from '@/components/ui/button.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { aRole } from './role-names.ts';
import type { Role } from './roles.ts';

export interface StepDownDialogProps {
  /** What the admin would be afterwards. */
  role: Role;
  isBusy: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks an admin who is about to take their own role away. Loaded on demand. */
export function StepDownDialog({ role, isBusy, onConfirm, onClose }: StepDownDialogProps) {
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title="Step down as administrator?"
      description={`You will be ${aRole(role)} at once. Only another administrator can give the role back to you.`}
      actions={
        <>
          <Button onClick={onConfirm} aria-disabled={isBusy}>
            Step down
          </Button>
          <Button variant="outline" onClick={onClose}>
            Stay administrator
          </Button>
        </>
      }
    />
  );
}
