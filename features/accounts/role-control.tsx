'use client';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { lazy, Suspense, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { showMessage } from '@/components/ui/messages.ts';
import { SelectField } from '@/components/ui/select-field.tsx';
import type { PersonDto } from './people.dto.ts';
import styles from './people.module.css';
import { setRoleMutation } from './people.queries.ts';
import { aRole, ROLE_NAMES } from './role-names.ts';
import type { Role } from './roles.ts';

const StepDownDialog = lazy(() =>
  import('./step-down-dialog.tsx').then((module) => ({ default: module.StepDownDialog })),
);

const OPTIONS = (['admin', 'editor', 'reader'] as const).map((role) => ({
  value: role,
  label: role === 'reader' ? 'No role' : ROLE_NAMES[role],
}));

export interface RoleControlProps {
  person: PersonDto;
  /** True beside the admin who looks at the page. */
  isSelf: boolean;
  /** What gets the focus when losing the role takes the person off the list; left out where they stay. */
  listHeadingId?: string | undefined;
}

/** The role of one person, and the button that changes it. */
export function RoleControl({ person, isSelf, listHeadingId }: RoleControlProps) {
  const router = useRouter();
  const name = person.name ?? person.email;
  // A choice is about the role it was made on: once that has changed, it is no choice any more.
  const [choice, setChoice] = useState({ from: person.role, to: person.role });
  const [isStepDownOpen, setIsStepDownOpen] = useState(false);
  const role = choice.from === person.role ? choice.to : person.role;
  const isChanged = role !== person.role;
  const { mutate, isPending, error, reset } = useMutation({
    ...setRoleMutation,
    onSuccess: () => {
      // The page is an admin's: who steps down leaves it.
      if (isSelf) return window.location.assign(role === 'editor' ? '/admin/topics' : '/account');
      showMessage(`${name} is now ${aRole(role)}.`);
      if (role === 'reader' && listHeadingId) document.getElementById(listHeadingId)?.focus();
      router.refresh();
    },
    onSettled: () => setIsStepDownOpen(false),
  });
  const save = () => {
    if (!isChanged || isPending) return;
    if (isSelf) setIsStepDownOpen(true);
    else mutate({ id: person.id, role });
  };
  return (
    <div className={styles.control}>
      <SelectField
        label={`Role of ${name}`}
        isLabelHidden
        options={OPTIONS}
        value={role}
        error={error?.message}
        onChange={(event) => {
          reset();
          setChoice({ from: person.role, to: event.target.value as Role });
        }}
      />
      <Button
        variant="outline"
        aria-label={`Save role of ${name}`}
        aria-disabled={!isChanged || isPending}
        onClick={save}
      >
        Save
      </Button>
      {isStepDownOpen ? (
        <Suspense fallback={null}>
          <StepDownDialog
            role={role}
            isBusy={isPending}
            onConfirm={() => mutate({ id: person.id, role })}
            onClose={() => setIsStepDownOpen(false)}
          />
        </Suspense>
      ) : null}
    </div>
  );
}
