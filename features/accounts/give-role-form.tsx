'use client';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { showMessage } from '@/components/ui/messages.ts';
import { SelectField } from '@/components/ui/select-field.tsx';
import { TextField } from '@/components/ui/text-field.tsx';
import { classNames } from '@/lib/class-names.ts';
import styles from './people.module.css';
import { findByAddress, setRoleMutation } from './people.queries.ts';
import { aRole, ROLE_NAMES } from './role-names.ts';
import type { Role } from './roles.ts';

const OPTIONS = (['editor', 'admin'] as const).map((role) => ({ value: role, label: ROLE_NAMES[role] }));

/** Makes the reader with an address an editor or admin. Roles that are there already are changed in the list. */
export function GiveRoleForm() {
  const router = useRouter();
  const [address, setAddress] = useState('');
  const [role, setRole] = useState<Role>('editor');
  const field = useRef<HTMLInputElement>(null);
  const setRoleOf = useMutation(setRoleMutation);
  const give = useMutation({
    mutationFn: async () => {
      const person = await findByAddress(address);
      if (!person) {
        throw new Error(
          'Nobody has signed in with this address yet. Ask them to sign in once, then give them the role.',
        );
      }
      const name = person.name ?? person.email;
      if (person.role !== 'reader') {
        throw new Error(`${name} is ${aRole(person.role)} already. Change the role in the list of staff.`);
      }
      await setRoleOf.mutateAsync({ id: person.id, role });
      return name;
    },
    onSuccess: (name) => {
      showMessage(`${name} is now ${aRole(role)}.`);
      setAddress('');
      router.refresh();
    },
    // Where what is wrong is said, and mended.
    onError: () => field.current?.focus(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!give.isPending) give.mutate();
  };
  return (
    <form className={classNames(styles.tool, styles.give)} onSubmit={submit} aria-label="Give a role">
      <TextField
        ref={field}
        className={styles.wide ?? ''}
        label="Give a role to the address"
        type="email"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        required
        value={address}
        onChange={(event) => {
          give.reset();
          setAddress(event.target.value);
        }}
        {...(give.error ? { error: give.error.message } : {})}
      />
      <SelectField
        className={styles.role ?? ''}
        label="Role"
        options={OPTIONS}
        value={role}
        onChange={(event) => setRole(event.target.value as Role)}
      />
      <Button type="submit" aria-disabled={give.isPending}>
        Give role
      </Button>
    </form>
  );
}
