import { expect, test } from 'vitest';
import { addUser } from '@/db/fixtures.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { TOPICS } from '@/features/articles/content/testing.ts';
import {
  expectConsistent,
  topic,
  topicsOf,
  usePublishing,
} from '@/features/articles/content/testing-database.ts';
import { NOW } from './testing.ts';
import { changeTopic, createTopic } from './topic-editing.service.ts';

describeOnEachDatabase('editors and the content folder', (use) => {
  const { publish } = usePublishing(use);

  test('what editors changed stays through the next publishing, and the folder’s slug means it all the same', async () => {
    await publish();
    const editor = await addUser(use(), 'Edda', { role: 'editor' });
    const change = { version: null, slug: 'islamic-republic', name: 'Islamic Republic', parent: 'science' };
    await changeTopic(use(), editor, 'iran', change, NOW);
    await publish({ 'topics.yaml': TOPICS.replace('name: Iran', 'name: Iran again\n  description: New.') });
    expect(await topic(use(), 'islamic-republic')).toMatchObject({
      name: 'Islamic Republic',
      description: '',
    });
    expect((await topicsOf(use(), 'talks')).map((row) => row.slug)).toEqual(
      expect.arrayContaining(['islamic-republic', 'science']),
    );
    await expectConsistent(use());
    // Neither does a file without it retire it.
    await publish({ 'topics.yaml': TOPICS.replace(/- slug: mars[\s\S]*/, ''), 'articles/rover.md': null });
    expect((await topic(use(), 'islamic-republic')).retiredAt).toBeNull();
  });

  test('a new topic of the folder under a name that editors gave is a mistake with its file and line', async () => {
    await publish();
    const editor = await addUser(use(), 'Edda', { role: 'editor' });
    const creation = {
      ...{
        name: 'Venus',
        kind: 'place' as const,
        parent: 'science',
        description: '',
        aliases: ['Morning star'],
      },
      ...{ wikidataId: null, mediaTopicId: null },
    };
    await createTopic(use(), editor, creation, NOW);
    const line = TOPICS.split('\n').length;
    for (const name of ['Vénus', 'morning STAR'])
      await expect(
        publish({ 'topics.yaml': `${TOPICS}- slug: evening\n  name: ${name}\n  kind: place\n` }),
      ).rejects.toThrow(`topics.yaml:${line} the name`);
    // The same slug is the same topic, and stays the editors'.
    await publish({ 'topics.yaml': `${TOPICS}- slug: venus\n  name: Evening star\n  kind: place\n` });
    expect(await topic(use(), 'venus')).toMatchObject({ name: 'Venus' });
  });
});
