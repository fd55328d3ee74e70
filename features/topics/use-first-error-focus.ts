'use client';
import { type RefObject, useEffect } from 'react';

/** Puts the focus on the first field that was refused, whenever other ones are. */
export function useFirstErrorFocus(
  form: RefObject<HTMLFormElement | null>,
  errors: Record<string, string>,
): void {
  useEffect(() => {
    if (Object.keys(errors).length > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form, errors]);
}
