// Relative, because the server's start script runs this file in Node as it is.
import { sign, verify } from '../../lib/tokens.ts';

const PURPOSE = 'content-publishing';
const PAYLOAD = 'publish';

/** The bearer key of the publishing route, derived from the server's secret; never stored. */
export function publishKey(secret: string): string {
  return sign(secret, PURPOSE, PAYLOAD);
}

/** True when `authorization` carries the publishing key of this server. Compared in constant time. */
export function hasPublishKey(secret: string, authorization: string | null): boolean {
  const [, key] = /^Bearer ([\w.-]+)$/.exec(authorization ?? '') ?? [];
  return key !== undefined && verify(secret, PURPOSE, key) === PAYLOAD;
}
