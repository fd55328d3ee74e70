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
    for (let n = 0; n < FAMILY_SIZE; n++) await room.topic(`t${n}`, world);
    const written = await room.topic('written-about', world, { name: 'About' });
    await room.article('a', [written]);
    await refreshFigures(use(), 'topic_counts');
    const children = (await getTopicPage(use(), 'world'))?.family.children ?? [];
    expect(children.length).toBe(FAMILY_SIZE);
    expect(children[0]).toEqual({ slug: 'written-about', name: 'About', articleCount: 1 });
    expect(children.map((child) => child.slug)).not.toContain(`t${FAMILY_SIZE - 1}`);
  });

  test('the directory of a large paper has the top level and the topics with the most articles', async () => {
    const world = await room.topic('world', null, { kind: 'section' });
    await use().execute(sql`
      insert into topics (slug, name, kind, labels, parent_id)
      select 't' || n, 't' || n, 'topic', array['t' || n], ${world} from generate_series(1, ${DIRECTORY_SIZE}) n`);
    const written = await room.topic('written-about', world);
    await room.topic('last', null);
    await room.article('a', [written]);
    await refreshFigures(use(), 'topic_counts');
    const slugs = (await getDirectory(use())).map((topic) => topic.slug);
    expect(slugs.length).toBe(DIRECTORY_SIZE);
    expect(slugs).toEqual(expect.arrayContaining(['world', 'iran', 'persia', 'last', 'written-about', 't1']));
    expect(slugs).not.toContain(`t${DIRECTORY_SIZE}`);
  });
});
