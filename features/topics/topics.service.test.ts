import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { refreshFigures } from '@/db/queries/figures.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { NOW, openNewsroom } from './testing.ts';
import { changeTopic, getEditedTopic } from './topic-editing.service.ts';
import { mergeTopics } from './topic-merges.service.ts';
import { DIRECTORY_SIZE, FAMILY_SIZE, getDirectory, getTopicPage } from './topics.service.ts';

describeOnEachDatabase('the page of a topic', (use) => {
  let room: Awaited<ReturnType<typeof openNewsroom>>;
  beforeEach(async () => {
    room = await openNewsroom(use());
    await room.topic('persia', null, { name: 'Persia' });
    await room.topic('iran', null, { name: 'Iran' });
  });
  const change = async (fields: { isRetired: boolean; successor?: string }) => {
    const { version } = await getEditedTopic(use(), room.editor, 'persia');
    await changeTopic(use(), room.editor, 'persia', { version, ...fields }, NOW);
  };

  test('names the successor of a retired topic, and none once it is restored', async () => {
    expect((await getTopicPage(use(), 'persia'))?.successor).toBeNull();
    await change({ isRetired: true, successor: 'iran' });
    expect(await getTopicPage(use(), 'persia')).toMatchObject({
      topic: { slug: 'persia', isRetired: true },
      successor: { slug: 'iran', name: 'Iran' },
    });
    await change({ isRetired: false });
    expect(await getTopicPage(use(), 'persia')).toMatchObject({
      topic: { isRetired: false },
      successor: null,
    });
  });

  test('of a successor merged since names the topic that it is now', async () => {
    await change({ isRetired: true, successor: 'iran' });
    await room.topic('islamic-republic', null, { name: 'Islamic Republic' });
    await mergeTopics(use(), room.editor, 'iran', 'islamic-republic', NOW);
    expect((await getTopicPage(use(), 'persia'))?.successor).toEqual({
      slug: 'islamic-republic',
      name: 'Islamic Republic',
    });
    expect((await getTopicPage(use(), 'iran'))?.topic.slug).toBe('islamic-republic');
  });

  test('lists what lies within it by name: of very many topics those with the most articles', async () => {
    const world = await room.topic('world', null, { kind: 'section' });
    const childrenOf = async (slug: string) => (await getTopicPage(use(), slug))?.family.children;
    expect(await childrenOf('world')).toEqual({ topics: [], isWhole: true });
    for (let n = 0; n < FAMILY_SIZE; n++) await room.topic(`t${n}`, world);
    // As many as there is room for are all of them.
    expect(await childrenOf('world')).toMatchObject({ topics: { length: FAMILY_SIZE }, isWhole: true });
    const written = await room.topic('written-about', world, { name: 'About' });
    await room.article('a', [written]);
    await refreshFigures(use(), 'topic_counts');
    const { topics, isWhole } = (await childrenOf('world')) ?? { topics: [], isWhole: null };
    expect(topics.length).toBe(FAMILY_SIZE);
    expect(isWhole).toBe(false);
    expect(topics[0]).toEqual({ slug: 'written-about', name: 'About', articleCount: 1 });
    expect(topics.map((child) => child.slug)).not.toContain(`t${FAMILY_SIZE - 1}`);
    // Beside one of them stand as many as there is room for.
    expect((await getTopicPage(use(), 't0'))?.family.siblings.isWhole).toBe(true);
  });

  test('the directory of a large paper has the top level and the topics with the most articles', async () => {
    const world = await room.topic('world', null, { kind: 'section' });
    const addTopics = (from: number, to: number) =>
      use().execute(sql`
        insert into topics (slug, name, kind, labels, parent_id)
        select 't' || n, 't' || n, 'topic', array['t' || n], ${world} from generate_series(${from}::int, ${to}::int) n`);
    // Persia, Iran and World are there.
    await addTopics(1, DIRECTORY_SIZE - 3);
    expect(await getDirectory(use())).toMatchObject({ topics: { length: DIRECTORY_SIZE }, isWhole: true });
    await addTopics(DIRECTORY_SIZE - 2, DIRECTORY_SIZE);
    const written = await room.topic('written-about', world);
    await room.topic('last', null);
    await room.article('a', [written]);
    await refreshFigures(use(), 'topic_counts');
    const { topics, isWhole } = await getDirectory(use());
    const slugs = topics.map((topic) => topic.slug);
    expect(isWhole).toBe(false);
    expect(slugs.length).toBe(DIRECTORY_SIZE);
    expect(slugs).toEqual(expect.arrayContaining(['world', 'iran', 'persia', 'last', 'written-about', 't1']));
    expect(slugs).not.toContain(`t${DIRECTORY_SIZE}`);
  });
});
