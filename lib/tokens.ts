import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A fresh secret for a link or cookie: 256 random bits, base64url, 43 characters. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token: its SHA-256, hex. Enough for secrets of 256 random bits (no salt needed). */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * Signs a small payload for one purpose. The result is `payload.signature`, both base64url; the
 * purpose is under the signature, so a value signed for one use is refused for another.
 */
export function sign(secret: string, purpose: string, payload: string): string {
  const body = Buffer.from(payload, 'utf8').toString('base64url');
  return `${body}.${signature(secret, purpose, body)}`;
}

/** The payload of a value made by `sign` with the same secret and purpose, or null if it is forged. */
export function verify(secret: string, purpose: string, signed: string): string | null {
  const [body, given, ...rest] = signed.split('.');
  if (!body || !given || rest.length > 0) return null;
  const expected = Buffer.from(signature(secret, purpose, body));
  const actual = Buffer.from(given);
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) return null;
  return Buffer.from(body, 'base64url').toString('utf8');
}

function signature(secret: string, purpose: string, body: string): string {
  return createHmac('sha256', secret).update(`${purpose}\n${body}`).digest('base64url').slice(0, 22);
}
