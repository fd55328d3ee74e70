import pino from 'pino';

/** The server's log: JSON lines on standard error, so that standard output stays for people. */
export const log = pino(
  { level: process.env.LOG_LEVEL ?? 'info' },
  pino.destination({ dest: 2, sync: true }),
);
