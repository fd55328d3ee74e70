import { Button } from '@/components/ui/button.tsx';
import { TextField } from '@/components/ui/text-field.tsx';

export interface NameFormProps {
  name: string;
  /** True when the name came back because it cannot be used. */
  isRefused: boolean;
}

/** Changes the name shown for the reader. Works without JavaScript. */
export function NameForm({ name, isRefused }: NameFormProps) {
  return (
    <form method="post" action="/api/account">
      <TextField
        label="Your name"
        hint="Nobody but you sees it. You may leave it empty."
        name="name"
        autoComplete="name"
        maxLength={80}
        // Only when the page came back because of this field.
        autoFocus={isRefused}
        defaultValue={name}
        {...(isRefused ? { error: 'Enter a name of up to 80 characters, on one line.' } : {})}
      />
      <Button type="submit">Save name</Button>
    </form>
  );
}
