const CONNECTION_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  // PostgreSQL: class 08 and the states of a server that starts, stops or is full.
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
  '57P01',
  '57P02',
  '57P03',
  '53300',
]);
const CONNECTION_MESSAGES =
  /timeout exceeded when trying to connect|Query read timeout|Connection terminated|Client has encountered a connection error/;

/** True when an error means that the database cannot be reached now: trying again later may work. */
export function isConnectionError(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code && CONNECTION_CODES.has(code)) return true;
    if (CONNECTION_MESSAGES.test(cause.message)) return true;
    if (cause instanceof AggregateError && cause.errors.some(isConnectionError)) return true;
  }
  return false;
}

const BUSY_CODES = new Set([
  // A statement or a wait for a lock that took too long, a deadlock, a conflict of transactions.
  '57014',
  '55P03',
  '40P01',
  '40001',
]);

/** True when a statement was ended because others were at work on the same rows: later it may succeed. */
export function isBusyError(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code && BUSY_CODES.has(code)) return true;
  }
  return false;
}

/** True when an error says nothing about what was asked for: the same may succeed at another time. */
export function isPassingError(error: unknown): boolean {
  return isConnectionError(error) || isBusyError(error);
}
