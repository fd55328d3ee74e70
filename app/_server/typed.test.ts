import { describe, expect, it } from 'vitest';
import { decodeTyped, typedCookie } from './typed.ts';

const HTTPS = { appUrl: 'https://news.example.com' };
const LOCAL = { appUrl: 'http://localhost:3000' };

const valueIn = (cookie: string) => /=([^;]*)/.exec(cookie)?.[1];

describe('what was typed', () => {
  it('T11 is in a short-lived cookie of the form’s page that no script reads', () => {
    expect(typedCookie(HTTPS, '/signin', 'ann')).toBe(
      '__Secure-typed=YW5u; Path=/signin; Max-Age=60; SameSite=Lax; HttpOnly; Secure',
    );
    expect(typedCookie(LOCAL, '/signin', 'ann')).toBe(
      'typed=YW5u; Path=/signin; Max-Age=60; SameSite=Lax; HttpOnly',
    );
  });

  it('is taken away by an empty text', () => {
    expect(typedCookie(LOCAL, '/account', '')).toBe(
      'typed=; Path=/account; Max-Age=0; SameSite=Lax; HttpOnly',
    );
  });

  it.each(['ann@example', 'a; Path=/, "x"', 'Ærøskøbing 🌍', '<script>alert(1)</script>', ' ann '])(
    'comes back as it was: %j',
    (text) => {
      const cookie = typedCookie(LOCAL, '/signin', text);
      expect(decodeTyped(valueIn(cookie))).toBe(text);
      expect(cookie).toMatch(/^typed=[\w-]+; Path=\/signin; /);
    },
  );

  it('T24 is bounded, and whole characters', () => {
    const cookie = typedCookie(LOCAL, '/signin', `x${'🌍'.repeat(10_000)}`);
    expect(cookie.length).toBeLessThan(2_000);
    expect(decodeTyped(valueIn(cookie))?.isWellFormed()).toBe(true);
  });

  it.each([undefined, '', '====', Buffer.from('a\0b').toString('base64url'), 'QUFB'.repeat(500)])(
    'T24 is nothing when the cookie is not ours: %j',
    (value) => {
      expect(decodeTyped(value)).toBeUndefined();
    },
  );
});
