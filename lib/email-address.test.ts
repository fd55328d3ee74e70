import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeEmail, tryNormalizeEmail } from './email-address.ts';
import { AppError } from './errors.ts';

describe('normalizeEmail', () => {
  it.each([
    ['Ann@Example.COM', 'ann@example.com'],
    ['  ann@example.com  ', 'ann@example.com'],
    ['ａｎｎ＠example.com', 'ann@example.com'],
    ["o'neill+news@example.co.uk", "o'neill+news@example.co.uk"],
    ['josé@example.com', 'josé@example.com'],
    ['jose\u0301@example.com', 'josé@example.com'],
    ['ann@müller.example', 'ann@xn--mller-kva.example'],
    ['ann@XN--MLLER-KVA.example', 'ann@xn--mller-kva.example'],
  ])('T8 writes %j as %j', (input, expected) => {
    expect(normalizeEmail(input)).toBe(expected);
  });

  it.each([
    '',
    'ann',
    '@example.com',
    'ann@',
    'ann@localhost',
    'ann@127.0.0.1',
    'ann@[127.0.0.1]',
    'a@x.example,b@evil.example',
    'a@x.example;b@evil.example',
    'a@x.example b@evil.example',
    'a@x.example@evil.example',
    'a＠x.example@evil.example',
    'ann@example.com\r\nBcc: bob@evil.example',
    'ann@example.com\n',
    '\nann@example.com',
    'ann\0@example.com',
    'Ann <ann@example.com>',
    '<ann@example.com>',
    '"ann"@example.com',
    '"a@evil.example"@example.com',
    'ann(comment)@example.com',
    'ann\\@example.com',
    'a nn@example.com',
    'ann..b@example.com',
    '.ann@example.com',
    'ann.@example.com',
    'ann@-example.com',
    'ann@example..com',
    'ann@exam_ple.com',
    'ann@exa\u00admple.com',
    'an\u200bn@example.com',
    'an\u202en@example.com',
    'ann@example.com%0a',
    '\ud800@example.com',
    `${'a'.repeat(65)}@example.com`,
    `ann@${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.com`,
  ])('T8 refuses %j', (input) => {
    expect(() => normalizeEmail(input)).toThrowError(AppError);
    expect(tryNormalizeEmail(input)).toBeNull();
  });

  it('T8 refuses a megabyte without working on it', () => {
    expect(tryNormalizeEmail(`${'ﬃ'.repeat(1_000_000)}@example.com`)).toBeNull();
  });

  it('T8 gives one bare address of bounded length, and the same again when normalised twice', () => {
    const near = fc
      .array(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 4 }),
          fc.constantFrom('@', '.', 'a', 'ß', 'İ', '"', ',', '<', '\r\n', '＠'),
        ),
        { maxLength: 10 },
      )
      .map((pieces) => pieces.join(''));
    const addresses = fc.tuple(near, near).map(([local, host]) => `${local}@${host}.example`);
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), addresses, near), (input) => {
        const email = tryNormalizeEmail(input);
        if (email === null) return;
        expect(email).not.toMatch(/[\s"<>(),;:\\[\]\p{C}]/u);
        expect(email.split('@')).toHaveLength(2);
        expect(Buffer.byteLength(email)).toBeLessThanOrEqual(254);
        expect(tryNormalizeEmail(email)).toBe(email);
        expect(tryNormalizeEmail(` ${asciiUpperCase(email)} `)).toBe(email);
      }),
      { numRuns: 3_000 },
    );
  });

  it('T8 accepts the ordinary addresses people have', () => {
    const part = fc.stringMatching(/^[a-z0-9]{1,20}$/);
    fc.assert(
      fc.property(part, part, part, (first, last, host) => {
        expect(normalizeEmail(`${first}.${last}@${host}.example`.toUpperCase())).toBe(
          `${first}.${last}@${host}.example`,
        );
      }),
    );
  });
});

/** Upper case that lower case undoes: of letters outside ASCII that is not so (ß becomes SS). */
function asciiUpperCase(text: string): string {
  return text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
}
