import { formatDate, formatDateTime } from '@/lib/time.ts';

export interface TimestampProps {
  /** An instant in ISO 8601. */
  at: string;
  /** Says the clock time too; lists do for what is of the day (`isOfTheDay`). */
  withClock?: boolean;
  className?: string | undefined;
}

/** A `<time>` that reads the same on the server and in every browser. */
export function Timestamp({ at, withClock = false, className }: TimestampProps) {
  return (
    <time dateTime={at} className={className}>
      {withClock ? formatDateTime(at) : formatDate(at)}
    </time>
  );
}
