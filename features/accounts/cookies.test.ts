import { describe, expect, it } from 'vitest';
import { newToken } from '@/lib/tokens.ts';
import { clearedCookies, readSessionToken, sessionCookies } from './cookies.ts';

const HTTPS = { appUrl: 'https://news.example.com' };
const LOCAL = { appUrl: 'http://localhost:3000' };
const TOKEN = newToken();

describe('cookies', () => {
  it('T11 are bound to the host, unreadable to scripts, secure and lax over https', () => {
    const [session] = sessionCookies(HTTPS, TOKEN);
    expect(session).toBe(`__Host-session=${TOKEN}; Path=/; Max-Age=5184000; SameSite=Lax; HttpOnly; Secure`);
  });

  it('T11 show scripts a hint that says nothing about who is signed in', () => {
    const [, hint, ...rest] = sessionCookies(HTTPS, TOKEN);
    expect(hint).toBe('signed-in=1; Path=/; Max-Age=5184000; SameSite=Lax; Secure');
    expect(rest).toEqual([]);
  });

  it('T11 work over http on this machine, still unreadable to scripts', () => {
    expect(sessionCookies(LOCAL, TOKEN)).toEqual([
      `session=${TOKEN}; Path=/; Max-Age=5184000; SameSite=Lax; HttpOnly`,
      'signed-in=1; Path=/; Max-Age=5184000; SameSite=Lax',
    ]);
  });

  it('are cleared under the names and attributes they were set with', () => {
    expect(clearedCookies(HTTPS)).toEqual([
      '__Host-session=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly; Secure',
      'signed-in=; Path=/; Max-Age=0; SameSite=Lax; Secure',
    ]);
  });

  it('give back the token that was set', () => {
    for (const site of [HTTPS, LOCAL]) {
      const pair = sessionCookies(site, TOKEN)[0]?.split(';')[0];
      expect(readSessionToken(`a=b; ${pair}; signed-in=1`, site)).toBe(TOKEN);
    }
  });

  it.each([
    '',
    'session',
    'session=',
    'session=short',
    `x-session=${TOKEN}`,
    `session=${TOKEN}x`,
    'session=%ff',
    `session=${'é'.repeat(43)}`,
  ])('T2 hold no token when the header is %j', (header) => {
    expect(readSessionToken(header, LOCAL)).toBeNull();
  });

  it('T11 over https a cookie without the prefix, which a subdomain could have set, counts for nothing', () => {
    expect(readSessionToken(`session=${TOKEN}`, HTTPS)).toBeNull();
  });
});
