import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendUnavailable } from './unavailable.ts';

const server = createServer(sendUnavailable);
let url = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/following`;
});
afterAll(() => void server.close());

test('T26 T38 a person gets a page that says what to do, loads nothing and is kept by nobody', async () => {
  const answer = await fetch(url, { headers: { accept: 'text/html,*/*;q=0.8' } });
  const page = await answer.text();
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('5');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(page).toContain('<a href="">Try again</a>');
  expect(page).not.toMatch(/src=|<script|<link|url\(/);
});

test.each([
  ['a program', { headers: { accept: 'application/json' } }],
  ['what was sent', { method: 'POST', headers: { accept: 'text/html' } }],
])('T38 %s gets a line of text', async (_who, init) => {
  const answer = await fetch(url, init);
  expect(answer.status).toBe(503);
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(await answer.text()).toMatch(/^This page cannot be made just now\..*\n$/);
});
