import type { IncomingMessage } from 'node:http';
import Negotiator from 'negotiator';

/** The content codings that answers are kept in (RFC 9110, section 8.4.1), the shorter first. */
const CODINGS = ['br', 'gzip', 'identity'] as const;
export type Coding = (typeof CODINGS)[number];

/** The shortest that who asks can read, whichever they like best; undefined where they read none. */
export function shortestCoding(request: IncomingMessage): Coding | undefined {
  const accepted = new Negotiator(request).encodings([...CODINGS]);
  return CODINGS.find((coding) => accepted.includes(coding));
}
