import type { Db } from '@/db/client.ts';
import type { Mailer } from '@/features/mail/mail.service.ts';
import { AppError } from '@/lib/errors.ts';
import type { Settings } from '@/lib/settings.ts';

/** What a running server has, opened once per process. */
export type Context = { db: Db; settings: Settings; mailer: Mailer };

// On globalThis because the bundler may load this module more than once in one process.
const holder = globalThis as typeof globalThis & { yourGlobeContext?: Context };

/** The open database, the settings and the mailer. @throws AppError `unavailable` while the server starts */
export function getContext(): Context {
  if (!holder.yourGlobeContext)
    throw new AppError('unavailable', 'The server is starting.', { retryAfterSeconds: 2 });
  return holder.yourGlobeContext;
}

/** Called once, by instrumentation.ts. */
export function setContext(context: Context): void {
  holder.yourGlobeContext = context;
}
