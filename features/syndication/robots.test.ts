import { expect, test } from 'vitest';
import { robotsText } from './robots.ts';
import { TEST_SITE } from './testing.ts';

test('robots may read what everyone may, nothing of one reader or the newsroom, and are told of the sitemaps', () => {
  const lines = robotsText(TEST_SITE).split('\n');
  const closed = lines.filter((line) => line.startsWith('Disallow: ')).map((line) => line.slice(10));
  const isOpen = (path: string) => !closed.some((prefix) => path.startsWith(prefix));
  for (const path of [
    '/',
    '/article/a',
    '/topic/following',
    '/topics',
    '/author/a',
    '/feed.xml',
    '/media/a/b',
  ]) {
    expect(isOpen(path), path).toBe(true);
  }
  for (const path of [
    '/following',
    '/following/manage',
    '/admin/topics',
    '/account',
    '/saved',
    '/history',
    '/signin',
    '/api/me',
  ]) {
    expect(isOpen(path), path).toBe(false);
  }
  expect(lines[0]).toBe('User-agent: *');
  expect(lines).toContain('Sitemap: https://news.example.com/sitemap.xml');
  expect(lines).toContain('Sitemap: https://news.example.com/news-sitemap.xml');
});
