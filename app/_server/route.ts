import { randomUUID } from 'node:crypto';
import { unstable_rethrow } from 'next/navigation';
import { isBusyError, isConnectionError } from '@/db/errors.ts';
import { AppError } from '@/lib/errors.ts';
import { problemResponse } from '@/lib/http.ts';
import { log } from '@/lib/log.ts';

const DATABASE_RETRY_SECONDS = 5;
const BUSY_RETRY_SECONDS = 5;

/**
 * Wraps a route handler: what it throws becomes a problem document (RFC 9457). Unknown errors are
 * logged with an id and answered with that id alone.
 */
export function route<Rest extends unknown[]>(
  handler: (request: Request, ...rest: Rest) => Promise<Response>,
): (request: Request, ...rest: Rest) => Promise<Response> {
  return async (request, ...rest) => {
    try {
      return await handler(request, ...rest);
    } catch (error) {
      unstable_rethrow(error);
      return problemResponse(toAppError(error, request));
    }
  };
}

function toAppError(error: unknown, request: Request): AppError {
  if (error instanceof AppError) return error;
  if (isConnectionError(error)) {
    return new AppError('unavailable', 'The database cannot be reached. Try again in a moment.', {
      retryAfterSeconds: DATABASE_RETRY_SECONDS,
    });
  }
  if (isBusyError(error)) {
    return new AppError('unavailable', 'Something large is being done just now. Try again in a moment.', {
      retryAfterSeconds: BUSY_RETRY_SECONDS,
    });
  }
  const id = randomUUID();
  log.error({ err: error, id, method: request.method, path: loggedPath(request) }, 'request failed');
  return new AppError(
    'internal',
    `Something went wrong on our side. If it goes on, tell us this number: ${id}`,
  );
}

/** The address of a private feed is a secret (T10), and no log is to hold it. */
function loggedPath(request: Request): string {
  return new URL(request.url).pathname.replace(/^\/feeds\/.*/, '/feeds/…');
}
