import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clientAddress, refuse } from './guard.ts';

const LOCAL = { mode: 'local', appUrl: 'http://localhost:3000' } as const;
const SERVER = { mode: 'server', appUrl: 'https://news.example.com' } as const;
const local = (method: string, url: string, headers: Record<string, string> = {}) =>
  refuse({ method, url, headers: { host: 'localhost:3000', ...headers } }, LOCAL)?.status ?? null;
const server = (method: string, url: string, headers: Record<string, string> = {}) =>
  refuse({ method, url, headers: { host: 'news.example.com', ...headers } }, SERVER)?.status ?? null;

describe('refusing requests at the door', () => {
  test('T2 an address that cannot be decoded, or holds NUL, is a 400', () => {
    for (const url of ['/article/%ff', '/%', '/a/%c3%28', '/article/a%00b', 'http://evil.example/']) {
      expect(local('GET', url), url).toBe(400);
    }
    expect(local('GET', '/article/caf%C3%A9?q=%ff')).toBeNull();
    expect(local('GET', `/${'a'.repeat(9_000)}`)).toBe(414);
  });

  test('T13 an address that would be read as another one further in is a 400', () => {
    for (const url of ['/./admin/topics', '/x/../admin/topics', '/x/%2E%2e/account', '/\\account', '/a#/b']) {
      expect(local('GET', url), url).toBe(400);
    }
    expect(local('GET', '/article/...')).toBeNull();
    expect(local('GET', '/media/0123456789ab/a.webp?from=../b')).toBeNull();
  });

  test('T13 what is not the API can only be read', () => {
    const headers = { origin: 'http://localhost:3000' };
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      for (const url of ['/', '/account', '/article/a', '/media/a/b.webp', '/_next/image', '/apis']) {
        expect(local(method, url, headers), `${method} ${url}`).toBe(405);
      }
      expect(local(method, '/api/feed/seen', headers)).toBeNull();
    }
    expect(local('HEAD', '/account')).toBeNull();
  });

  test('T2 T25 whatever the address, the answer is a decision and never an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect([null, 400, 414]).toContain(local('GET', `/${text}`));
      }),
      { seed: 2 },
    );
  });

  test('T16 a write with a foreign, null or missing Origin is a 403, whatever its body', () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      for (const headers of [
        {},
        { origin: 'null' },
        { origin: 'https://evil.example' },
        { origin: 'http://localhost:3001' },
      ]) {
        expect(local(method, '/api/follows/iran', headers)).toBe(403);
        expect(local(method, '/api/follows/iran', { ...headers, 'content-type': 'text/plain' })).toBe(403);
      }
      expect(local(method, '/api/follows/iran', { origin: 'http://localhost:3000' })).toBeNull();
      expect(server(method, '/api/follows/iran', { origin: 'https://news.example.com' })).toBeNull();
      expect(server(method, '/api/follows/iran', { origin: 'http://news.example.com' })).toBe(403);
      expect(server(method, '/api/follows/iran', { origin: 'https://news.example.com.evil.example' })).toBe(
        403,
      );
    }
  });

  test('T16 a bearer key stands in for an Origin only on the routes that take keys', () => {
    const headers = { authorization: 'Bearer key' };
    expect(local('POST', '/api/internal/publish', headers)).toBeNull();
    expect(local('POST', '/api/feed/seen', headers)).toBe(403);
    expect(local('POST', '/api/internal/publish')).toBe(403);
  });

  test('T27 local mode answers to the names of this machine only', () => {
    for (const host of ['localhost', 'localhost:3000', '127.0.0.1:9', '[::1]:3000', 'LOCALHOST:3000']) {
      expect(local('GET', '/mailbox', { host })).toBeNull();
    }
    for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.nip.io:3000', '10.0.0.1', '']) {
      expect(local('GET', '/mailbox', { host })).toBe(421);
    }
  });

  test('T24 a body larger than any route takes is refused by its announced length', () => {
    const headers = { origin: 'http://localhost:3000', 'content-length': String(5 * 1024 * 1024) };
    expect(local('POST', '/api/feed/seen', headers)).toBe(413);
  });

  test('a method the site does not know is a 405', () => {
    expect(local('TRACE', '/')).toBe(405);
    expect(local('PROPFIND', '/')).toBe(405);
  });
});

describe('the client address', () => {
  test('T6 what the client claims in X-Forwarded-For is not believed', () => {
    const headers = { 'x-forwarded-for': '1.1.1.1, 2.2.2.2' };
    expect(clientAddress(headers, '9.9.9.9', 0)).toBe('9.9.9.9');
    expect(clientAddress(headers, '9.9.9.9', 1)).toBe('2.2.2.2');
    expect(clientAddress(headers, '9.9.9.9', 2)).toBe('1.1.1.1');
    expect(clientAddress({}, '9.9.9.9', 1)).toBe('9.9.9.9');
  });
});
