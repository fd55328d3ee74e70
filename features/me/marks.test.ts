import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { feedKey } from '@/features/feed/feed.queries.ts';
import { keptKey } from '@/features/saved/saved.queries.ts';
import { showMarks } from './marks.ts';
import { meKey } from './me.queries.ts';
import { VISITOR } from './visitor.ts';

const pages = (...slugs: string[]) => ({
  pages: [{ items: slugs.map((slug) => ({ slug, isSaved: false, isRead: false })), nextCursor: null }],
  pageParams: [null],
});

test('what became of articles is shown in every feed and list in hand, and nowhere else', () => {
  const client = new QueryClient();
  client.setQueryData([...feedKey, null, false], pages('one', 'two'));
  client.setQueryData([...feedKey, 'iran', true], pages('two', 'three'));
  client.setQueryData([...keptKey, 'saved', ''], pages('three'));
  showMarks(client, { slugs: ['two', 'three'], isRead: true });
  const read = (key: readonly unknown[]) =>
    (client.getQueryData(key) as ReturnType<typeof pages>).pages
      .flatMap((page) => page.items)
      .map(({ slug, isRead, isSaved }) => `${slug} ${isRead} ${isSaved}`);
  expect(read([...feedKey, null, false])).toEqual(['one false false', 'two true false']);
  expect(read([...feedKey, 'iran', true])).toEqual(['two true false', 'three true false']);
  expect(read([...keptKey, 'saved', ''])).toEqual(['three true false']);
});

test('an article’s own page shows what became of it, and not what became of another', () => {
  const client = new QueryClient();
  const about = { ...VISITOR, article: 'one', isSaved: false, isRead: false };
  client.setQueryData(meKey, about);
  showMarks(client, { slugs: ['two'], isSaved: true });
  expect(client.getQueryData(meKey)).toEqual(about);
  showMarks(client, { slugs: ['one'], isSaved: true });
  expect(client.getQueryData(meKey)).toEqual({ ...about, isSaved: true });
  // Nothing is known yet: nothing is made up.
  const empty = new QueryClient();
  showMarks(empty, { slugs: ['one'], isSaved: true });
  expect(empty.getQueryData(meKey)).toBeUndefined();
});
