import { domainToASCII } from 'node:url';
import { AppError } from './errors.ts';

/** RFC 5321 §4.5.3.1: a path is at most 256 octets with its brackets, a local part at most 64. */
const MAX_BYTES = 254;
const MAX_LOCAL_BYTES = 64;

/** RFC 5322 atoms and RFC 6531 letters. No quotes, brackets, commas, spaces or invisible characters. */
const LOCAL_PART = /^[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const HOST_LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The one form of an e-mail address that is stored, compared and written to: trimmed, NFKC, lower
 * case, the domain in its ASCII form (so that `müller.example` and its punycode are one).
 * Normalising again changes nothing.
 * @throws AppError `bad_request` for anything that is not exactly one bare address
 */
export function normalizeEmail(input: string): string {
  const email = tryNormalizeEmail(input);
  if (email === null)
    throw new AppError('bad_request', 'Enter one e-mail address, such as name@example.com.');
  return email;
}

/** As `normalizeEmail`, with null instead of an error. */
export function tryNormalizeEmail(input: string): string | null {
  // The limit first: folding a megabyte to find out that it is too long is work for nothing.
  if (input.length > 4 * MAX_BYTES || !input.isWellFormed()) return null;
  // Only spaces are trimmed: a line break at the end is an attempt at something else.
  const folded = fold(input.replace(/^ +| +$/g, ''));
  if (folded === null) return null;

  const parts = folded.split('@');
  const [local, domain] = parts;
  if (parts.length !== 2 || !local || !domain) return null;
  if (!LOCAL_PART.test(local) || Buffer.byteLength(local) > MAX_LOCAL_BYTES) return null;

  const host = asciiHost(domain);
  if (host === null) return null;
  const email = `${local}@${host}`;
  return Buffer.byteLength(email) <= MAX_BYTES ? email : null;
}

/** NFKC and lower case until neither changes anything (lower case can undo NFKC); null if that never settles. */
function fold(text: string): string | null {
  let current = text;
  for (let round = 0; round < 4; round++) {
    const next = current.normalize('NFKC').toLowerCase();
    if (next === current) return current;
    current = next;
  }
  return null;
}

/** A public host name in ASCII, or null. Addresses in numbers and names without a dot are refused. */
function asciiHost(domain: string): string | null {
  // Checked before conversion too, which would quietly drop or map some of these.
  if (!/^[\p{L}\p{N}\p{M}.-]+$/u.test(domain)) return null;
  const host = domainToASCII(domain);
  const labels = host.split('.');
  if (labels.length < 2 || !labels.every((label) => HOST_LABEL.test(label))) return null;
  return /^[0-9]+$/.test(labels.at(-1) ?? '') ? null : host;
}
