import { expect, test } from 'vitest';
import { isUnchanged } from './conditional.ts';

const copy = { etag: 'W/"abc"', lastModified: new Date('2026-11-20T09:00:00.700Z') };
const asked = (headers: Record<string, string>) =>
  isUnchanged(new Request('https://news.example.com/feed.xml', { headers }), copy);

test('a tag tells the copy, weakly compared and among others', () => {
  expect(asked({ 'if-none-match': 'W/"abc"' })).toBe(true);
  expect(asked({ 'if-none-match': '"xyz", "abc"' })).toBe(true);
  expect(asked({ 'if-none-match': '*' })).toBe(true);
  expect(asked({ 'if-none-match': '"ab"' })).toBe(false);
  expect(asked({})).toBe(false);
});

test('a date tells it to the second, unless there is a tag, which knows better', () => {
  expect(asked({ 'if-modified-since': 'Fri, 20 Nov 2026 09:00:00 GMT' })).toBe(true);
  expect(asked({ 'if-modified-since': 'Fri, 20 Nov 2026 08:59:59 GMT' })).toBe(false);
  expect(asked({ 'if-modified-since': 'yesterday' })).toBe(false);
  expect(asked({ 'if-none-match': '"old"', 'if-modified-since': 'Fri, 20 Nov 2026 10:00:00 GMT' })).toBe(
    false,
  );
});
