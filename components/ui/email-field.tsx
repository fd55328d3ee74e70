import { TextField } from './text-field.tsx';

const MESSAGES: Record<string, string> = {
  email: 'Enter one e-mail address, such as name@example.com.',
  'too-many': 'Too many mails have been asked for. Wait 15 minutes, then try again.',
  mail: 'The mail could not be sent just now. Try again in a few minutes.',
};

export interface EmailFieldProps {
  label: string;
  /** What was typed before, when it comes back with an error. */
  typed?: string | undefined;
  /** The code of what is wrong; an unknown one is no error. */
  error?: string | undefined;
}

/** The field for an e-mail address, with what was wrong about the last one. */
export function EmailField({ label, typed, error }: EmailFieldProps) {
  const message = error ? MESSAGES[error] : undefined;
  return (
    <TextField
      label={label}
      name="email"
      type="email"
      inputMode="email"
      autoComplete="email"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={254}
      required
      // Only when the page came back because of this field.
      autoFocus={message !== undefined}
      defaultValue={typed}
      {...(message ? { error: message } : {})}
    />
  );
}
