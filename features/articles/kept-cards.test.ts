import { expect, test } from 'vitest';
import type { Db } from '@/db/client.ts';
import { addUser } from '@/db/fixtures.ts';
import { listFeed } from '@/db/queries/feed.ts';
import { articles } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { followTopic } from '@/features/follows/follows.service.ts';
import { changeTopic, getEditedTopic } from '@/features/topics/topic-editing.service.ts';
import { undoMerge } from '@/features/topics/topic-merge-undo.service.ts';
import { mergeTopics } from '@/features/topics/topic-merges.service.ts';
import { changeArticleTopics, getArticleTopics } from './article-topics.service.ts';
import { AUTHORS, articleText, PHOTO, TOPICS } from './content/testing.ts';
import { expectFreshCards, LATER, usePublishing } from './content/testing-database.ts';

/** Each of what a card shows, changed by whoever can change it; what the feed's one card has to say then. */
describeOnEachDatabase('cards kept in memory', (use) => {
  const { publish } = usePublishing(use);
  const TALKS = 'articles/talks.md';

  async function openFeed() {
    await publish({ 'articles/rover.md': null });
    const reader = await addUser(use(), 'Ann', { role: 'editor' });
    await followTopic(use(), reader, 'world');
    const read = async () => {
      const { items } = await listFeed(use(), reader, { position: null, limit: 5, topicSlug: null });
      await expectFreshCards(
        use(),
        items.map((item) => item.id),
      );
      return items[0];
    };
    // Twice: the second comes from memory.
    expect(await read()).toEqual(await read());
    return { reader, read };
  }

  const edits: [string, Record<string, string>, object][] = [
    ['headline', { [TALKS]: articleText({ headline: 'Talks go on' }) }, { headline: 'Talks go on' }],
    ['dek', { [TALKS]: articleText({ dek: 'Another sentence.' }) }, { dek: 'Another sentence.' }],
    [
      'photo’s description',
      { [TALKS]: articleText({ photos: PHOTO.replace('A red field', 'A wide field') }) },
      { photo: { alt: 'A wide field with nothing on it' } },
    ],
    [
      'byline',
      { [TALKS]: articleText({ authors: '[priya-raman]' }) },
      { authors: [{ slug: 'priya-raman', name: 'Priya Raman' }] },
    ],
    [
      'author’s name',
      { 'authors.yaml': AUTHORS.replace('Nora Lindqvist', 'Nora Lind') },
      { authors: [{ slug: 'nora-lindqvist', name: 'Nora Lind' }] },
    ],
    [
      'topic’s name',
      { 'topics.yaml': TOPICS.replace('name: Iran', 'name: Persia') },
      { topics: [{ slug: 'iran', name: 'Persia' }] },
    ],
    [
      'reason’s name',
      { 'topics.yaml': TOPICS.replace('name: World', 'name: The world') },
      { section: { slug: 'world', name: 'The world' }, reasons: [{ slug: 'world', name: 'The world' }] },
    ],
    [
      'order of topics',
      { [TALKS]: articleText({ topics: '[mars, iran]' }) },
      { topics: [{ slug: 'mars' }, { slug: 'iran' }] },
    ],
  ];
  test.each(edits)('T37 another %s is in the feed at once', async (_what, files, expected) => {
    const { read } = await openFeed();
    await publish(files, LATER);
    expect(await read()).toMatchObject(expected);
  });

  test('an editor’s topics, their order alone too, are in the feed at once', async () => {
    const { reader, read } = await openFeed();
    const retag = async (topics: string[]) => {
      const { version } = await getArticleTopics(use(), reader, 'talks');
      await changeArticleTopics(use(), reader, 'talks', { topics, version }, LATER);
      return (await read())?.topics.map((topic) => topic.slug);
    };
    expect(await retag(['iran', 'mars'])).toEqual(['iran', 'mars']);
    expect(await retag(['mars', 'iran'])).toEqual(['mars', 'iran']);
  });

  test('T36 a renamed, moved or merged topic, and a merge undone, is in the feed at once', async () => {
    const { reader, read } = await openFeed();
    const editor = reader;
    const edit = async (slug: string, change: object) => {
      const { version } = await getEditedTopic(use(), editor, slug);
      await changeTopic(use(), editor, slug, { version, ...change }, LATER);
    };
    await edit('iran', { name: 'Persia', slug: 'persia' });
    expect((await read())?.topics).toEqual([{ slug: 'persia', name: 'Persia' }]);
    await followTopic(use(), reader, 'middle-east');
    expect((await read())?.reasons).toMatchObject([{ slug: 'world' }, { slug: 'middle-east' }]);
    await edit('persia', { parent: 'science' });
    expect((await read())?.reasons).toMatchObject([{ slug: 'world' }]);
    const { merge } = await mergeTopics(use(), editor, 'persia', 'mars', LATER);
    expect((await read())?.topics).toMatchObject([{ slug: 'mars' }]);
    await undoMerge(use(), editor, merge.mergeId, LATER);
    expect((await read())?.topics).toMatchObject([{ slug: 'persia' }]);
  });

  test('T20 one that is withdrawn while the feed is read is not in it', async () => {
    const { reader, read } = await openFeed();
    const before = await read();
    // The feed has been told of it, and its card is to be read anew.
    await publish({ [TALKS]: articleText({ headline: 'Talks go on' }) }, LATER);
    let asked = 0;
    const between = afterFirst(use(), async () => {
      asked += 1;
      await publish({ [TALKS]: null }, LATER);
    });
    const { items } = await listFeed(between, reader, { position: null, limit: 5, topicSlug: null });
    expect(before?.slug).toBe('talks');
    expect([items, asked]).toEqual([[], 1]);
  });

  test('what its rows disagree about is left out, and not looked for again for ever', async () => {
    const { read } = await openFeed();
    // As no writer leaves it.
    await use().update(articles).set({ isVisible: false });
    expect(await read()).toBeUndefined();
  });

  test('one that leaves what is followed while the feed is read is not in it without a reason', async () => {
    const { reader } = await openFeed();
    const between = afterFirst(use(), async () => {
      await publish({ [TALKS]: articleText({ section: 'science', topics: '[mars]' }) }, LATER);
    });
    await publish({ [TALKS]: articleText({ headline: 'Talks go on' }) }, LATER);
    const { items } = await listFeed(between, reader, { position: null, limit: 5, topicSlug: null });
    expect(items).toEqual([]);
  });

  /** The database, on which something happens after the first statement that is run by name. */
  function afterFirst(db: Db, happen: () => Promise<void>): Db {
    const client = db.$client as unknown as { query(...args: unknown[]): Promise<unknown> };
    let hasHappened = false;
    const query = async (...args: unknown[]) => {
      const result = await client.query(...args);
      if (!hasHappened) {
        hasHappened = true;
        await happen();
      }
      return result;
    };
    return { $client: { query } } as unknown as Db;
  }
});
