import { beforeEach, expect, test } from 'vitest';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { NOW, openNewsroom } from './testing.ts';
import { changeTopic, getEditedTopic } from './topic-editing.service.ts';
import { mergeTopics } from './topic-merges.service.ts';
import { getTopicPage } from './topics.service.ts';

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
});
