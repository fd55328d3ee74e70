import { beforeEach, expect, test } from 'vitest';
import { refreshFigures } from '@/db/queries/figures.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { encodeCursor } from '@/features/feed/cursor.ts';
import { freshenFigures } from './figures.service.ts';
import { NOW, openNewsroom } from './testing.ts';

import { TOPIC_SORTS, type TopicTableQuery, topicTableQueryDto } from './topic-table.dto.ts';
import { getTopicTable } from './topic-table.service.ts';

const SECRET = 'a secret of these tests, 0123456789';

describeOnEachDatabase('the editors’ table of topics', (use) => {
  let room: Awaited<ReturnType<typeof openNewsroom>>;
  beforeEach(async () => {
    room = await openNewsroom(use());
  });
  const table = (query: Partial<TopicTableQuery> = {}, userId = room.editor) =>
    getTopicTable({ db: use(), secret: SECRET }, userId, topicTableQueryDto.parse(query));
  const slugs = async (query: Partial<TopicTableQuery> = {}) =>
    (await table(query)).topics.map((topic) => topic.slug);

  /** A small tree with followers and articles, counted. */
  async function fill() {
    const world = await room.topic('world', null, { kind: 'section', name: 'World' });
    const iran = await room.topic('iran', world, { kind: 'place', name: 'Iran', aliases: ['Persia'] });
    const aleppo = await room.topic('aleppo', world, { kind: 'place', name: 'Áleppo' });
    await room.topic('past', world, { name: 'Past', retiredAt: NOW });
    await room.topic('persia-old', null, { name: 'Persia old', mergedIntoId: iran });
    await room.topic('nora', null, { kind: 'author', name: 'Nora', labels: [] });
    await room.article('first', [aleppo]);
    await room.article('second', [iran]);
    await room.article('third', [iran]);
    for (const name of ['Ann', 'Bob']) await room.reader(name, [iran]);
    await room.reader('Cleo', [aleppo]);
    await refreshFigures(use(), 'topic_counts');
  }

  test('a row has its place and its figures, and a topic made since they were counted has none', async () => {
    await fill();
    const { topics, nextCursor, countedAt } = await table({ q: 'iran' });
    expect(topics).toMatchObject([
      {
        ...{ slug: 'iran', name: 'Iran', kind: 'place', parent: { slug: 'world', name: 'World' } },
        ...{ isRetired: false, mergedInto: null, followerCount: 2, articleCount: 2, hasChildren: false },
      },
    ]);
    expect(topics[0]?.lastUsedAt).toMatch(/^2026-11-08T/);
    expect(nextCursor).toBeNull();
    expect(Date.parse(countedAt ?? '')).toBeLessThan(Date.now() + 60_000);
    expect((await table({ q: 'world' })).topics).toMatchObject([{ articleCount: 3, hasChildren: true }]);
    await room.topic('newborn');
    expect((await table({ q: 'newborn' })).topics).toMatchObject([{ followerCount: 0, lastUsedAt: null }]);
  });

  test('search finds names, aliases and slugs, whatever their case and accents, and takes signs as they are', async () => {
    await fill();
    await room.topic('tenth', null, { name: '10% of all_of it' });
    expect(await slugs({ q: 'ALEP' })).toEqual(['aleppo']);
    expect(await slugs({ q: 'pérs' })).toEqual(['iran']);
    expect(await slugs({ q: 'aleppo' })).toEqual(['aleppo']);
    expect(await slugs({ q: '0% of all_' })).toEqual(['tenth']);
    for (const q of ['%', '_']) expect(await slugs({ q })).toEqual(['tenth']);
    expect(await slugs({ q: '\\' })).toEqual([]);
    expect(await slugs({ q: 'nobody' })).toEqual([]);
  });

  test('filters by kind, parent and state; merged topics only when asked for, authors never', async () => {
    await fill();
    expect(await slugs()).toEqual(['aleppo', 'iran', 'past', 'world']);
    expect(await slugs({ state: 'active' })).toEqual(['aleppo', 'iran', 'world']);
    expect(await slugs({ state: 'retired' })).toEqual(['past']);
    expect((await table({ state: 'merged' })).topics).toMatchObject([
      { slug: 'persia-old', mergedInto: { slug: 'iran', name: 'Iran' } },
    ]);
    expect(await slugs({ kind: 'place' })).toEqual(['aleppo', 'iran']);
    expect(await slugs({ parent: 'world' })).toEqual(['aleppo', 'iran', 'past']);
    expect(await slugs({ parent: '-' })).toEqual(['world']);
    await expect(table({ parent: 'nowhere' })).rejects.toMatchObject({ code: 'bad_request' });
    await expect(table({ parent: 'nora' })).rejects.toMatchObject({ code: 'bad_request' });
  });

  test('sorts by each column both ways, and by how well a search is met', async () => {
    await fill();
    expect(await slugs({ sort: '-name' })).toEqual(['world', 'past', 'iran', 'aleppo']);
    expect(await slugs({ sort: '-followers', kind: 'place' })).toEqual(['iran', 'aleppo']);
    expect(await slugs({ sort: 'followers', kind: 'place' })).toEqual(['aleppo', 'iran']);
    expect(await slugs({ sort: '-newFollowers', kind: 'place' })).toEqual(['iran', 'aleppo']);
    expect(await slugs({ sort: '-articles' })).toEqual(['world', 'iran', 'aleppo', 'past']);
    // Unused ones first, as the least lately used.
    expect((await slugs({ sort: 'lastUsed' })).slice(0, 2)).toEqual(['past', 'aleppo']);
    await room.topic('greater-iran', null, { name: 'Greater Iran' });
    await room.topic('iranian-film', null, { name: 'Iranian film' });
    expect(await slugs({ sort: 'match', q: 'Iran' })).toEqual(['iran', 'iranian-film', 'greater-iran']);
    expect(await slugs({ q: 'Iran' })).toEqual(['iran', 'iranian-film', 'greater-iran']);
    expect(await slugs({ q: 'Iran', sort: 'name' })).toEqual(['greater-iran', 'iran', 'iranian-film']);
  });

  test('T25 paging by any sort meets every topic exactly once, those alike included', async () => {
    const world = await room.topic('world', null, { kind: 'section' });
    const all = ['world'];
    for (let n = 0; n < 117; n++) {
      all.push(`t${n}`);
      const name = n % 3 === 0 ? `É${n}` : `e${n}`;
      const id = await room.topic(`t${n}`, n % 2 ? world : null, { name });
      if (n % 10 === 0) await room.article(`a${n}`, [id]);
    }
    await refreshFigures(use(), 'topic_counts');
    for (const sort of TOPIC_SORTS) {
      const seen: string[] = [];
      let cursor = '';
      for (let pages = 0; pages < 9; pages++) {
        const page = await table({ sort, cursor });
        seen.push(...page.topics.map((topic) => topic.slug));
        if (!page.nextCursor) break;
        expect(page.topics.length).toBe(50);
        cursor = page.nextCursor;
      }
      expect(seen.length, sort).toBe(all.length);
      expect(seen.toSorted(), sort).toEqual(all.toSorted());
    }
  });

  test('T18 a forged or foreign cursor is refused', async () => {
    for (let n = 0; n < 51; n++) await room.topic(`t${n}`);
    const { nextCursor } = await table();
    const cursor = nextCursor ?? '';
    expect((await table({ cursor })).topics.length).toBe(1);
    const scope = { userId: room.editor, topicSlug: null, unreadOnly: false };
    const feedCursor = encodeCursor(SECRET, scope, { publishedAt: NOW, id: 1 });
    const forged = ['x', `${cursor}x`, cursor.replace(/^./, 'X'), cursor.split('.')[0] ?? '', feedCursor];
    for (const each of forged)
      await expect(table({ cursor: each })).rejects.toMatchObject({ code: 'bad_request' });
    for (const other of [{ sort: '-name' as const }, { q: 't' }, { kind: 'topic' as const }, { parent: '-' }])
      await expect(table({ cursor, ...other })).rejects.toMatchObject({ code: 'bad_request' });
  });

  test('figures follow what readers do, and are not counted again and again', async () => {
    await fill();
    await room.reader('Dan', [(await use().query.topics.findFirst())?.id ?? 0]);
    const first = await freshenFigures(use(), 'topic_counts');
    const again = await Promise.all([
      freshenFigures(use(), 'topic_counts'),
      freshenFigures(use(), 'topic_counts'),
    ]);
    expect(again).toEqual([first, first]);
    await refreshFigures(use(), 'topic_counts');
    expect((await table({ q: 'world' })).topics).toMatchObject([{ followerCount: 1 }]);
  });

  test('T13 T19 readers are refused', async () => {
    const reader = await room.reader('Rita', []);
    await expect(table({}, reader)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
