import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { authors, follows, topicRedirects, topics } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { ContentError } from './content/mistakes.ts';
import { AUTHORS, TOPICS } from './content/testing.ts';
import { expectConsistent, NOW, reader, topic, topicsOf, usePublishing } from './content/testing-database.ts';

describeOnEachDatabase('publishing', (use) => {
  const { publish } = usePublishing(use);

  describe('topics', () => {
    test('after a move to another parent every article beneath is in the right topics', async () => {
      await publish();
      const moved = TOPICS.replace('kind: place\n  parent: middle-east', 'kind: place\n  parent: mars');
      const result = await publish({ 'topics.yaml': moved });
      expect(result.changed).toEqual([]);
      expect((await topicsOf(use(), 'talks')).map((row) => row.slug).sort()).toEqual([
        ...['iran', 'mars', 'nora-lindqvist', 'science', 'world'],
      ]);
      expect(result.tags).toEqual([
        ...[
          'article:talks',
          'author:nora-lindqvist',
          'front',
          'topic:iran',
          'topic:mars',
          'topic:middle-east',
        ],
        ...['topic:science', 'topic:world', 'topics'],
      ]);
      await expectConsistent(use());
      expect((await publish()).tags).toEqual([]);
    });

    test('a move in the middle of the tree reaches what stands below it', async () => {
      await publish();
      const moved = TOPICS.replace('kind: place\n  parent: world', 'kind: place\n  parent: science');
      await publish({ 'topics.yaml': moved });
      expect((await topicsOf(use(), 'talks')).map((row) => row.slug).sort()).toEqual([
        ...['iran', 'middle-east', 'nora-lindqvist', 'science', 'world'],
      ]);
      await expectConsistent(use());
    });

    test('a new name reaches the pages of its articles, a new description only its own', async () => {
      await publish();
      const renamed = await publish({ 'topics.yaml': TOPICS.replace('name: Mars', 'name: The red planet') });
      expect(renamed.tags).toEqual([
        ...['article:rover', 'author:priya-raman', 'front', 'topic:mars', 'topic:science', 'topics'],
      ]);
      const described = TOPICS.replace('name: Mars', 'name: The red planet\n  description: Rovers.');
      expect((await publish({ 'topics.yaml': described })).tags).toEqual([
        'topic:mars',
        'topic:science',
        'topics',
      ]);
    });

    test('a missing topic is removed, or retired when it is followed or written about, and may return', async () => {
      const more = `${TOPICS}- slug: venus\n  name: Venus\n  kind: place\n  parent: science\n- slug: moon\n  name: Moon\n  kind: place\n`;
      await publish({ 'topics.yaml': more });
      const userId = await reader(use());
      await use()
        .insert(follows)
        .values({ userId, topicId: (await topic(use(), 'moon')).id });

      const { tags } = await publish({
        'topics.yaml': TOPICS.replace(/- slug: mars[\s\S]*/, ''),
        'articles/rover.md': null,
      });
      expect(tags).toEqual(expect.arrayContaining(['topic:venus', 'topic:moon', 'topic:mars', 'topics']));
      expect(await use().select().from(topics).where(eq(topics.slug, 'venus'))).toEqual([]);
      expect(await topic(use(), 'moon')).toMatchObject({ retiredAt: NOW });
      // The withdrawn article is still about it.
      expect(await topic(use(), 'mars')).toMatchObject({ retiredAt: NOW });
      expect((await publish()).tags).toEqual([]);

      await publish({ 'topics.yaml': more });
      expect(await topic(use(), 'moon')).toMatchObject({ retiredAt: null });
      expect(await use().$count(follows)).toBe(1);
    });

    test('a parent and child that go together are removed together, whatever stands retired below', async () => {
      const more = `${TOPICS}- slug: a\n  name: A\n  kind: topic\n- slug: b\n  name: B\n  kind: topic\n  parent: a\n- slug: c\n  name: C\n  kind: topic\n  parent: b\n`;
      await publish({ 'topics.yaml': more });
      const userId = await reader(use());
      await use()
        .insert(follows)
        .values({ userId, topicId: (await topic(use(), 'c')).id });
      await publish({ 'topics.yaml': TOPICS });
      expect(await topic(use(), 'c')).toMatchObject({ retiredAt: NOW, parentId: null });
      expect(await use().select().from(topics).where(eq(topics.slug, 'b'))).toEqual([]);
    });

    test('a slug that leads to another topic, or is an author, is refused with its line', async () => {
      await publish();
      await use()
        .insert(topicRedirects)
        .values({ slug: 'persia', topicId: (await topic(use(), 'iran')).id });
      await expect(
        publish({ 'topics.yaml': `${TOPICS}- slug: persia\n  name: Persia\n  kind: place\n` }),
      ).rejects.toThrow('topics.yaml:20 the slug "persia" leads to another topic');
      await expect(
        publish({
          'topics.yaml': `${TOPICS}- slug: priya-raman\n  name: P.\n  kind: person\n`,
          'authors.yaml': AUTHORS.replace(/- slug: priya[\s\S]*/, ''),
          'articles/rover.md': null,
        }),
      ).rejects.toBeInstanceOf(ContentError);
    });

    test('an author who goes is removed, or kept for the work that remains', async () => {
      await publish({ 'authors.yaml': `${AUTHORS}- slug: idle-hand\n  name: Idle Hand\n` });
      await publish({
        'authors.yaml': AUTHORS.replace(/- slug: priya[\s\S]*/, ''),
        'articles/rover.md': null,
      });
      expect((await use().select().from(authors)).map((row) => row.slug).sort()).toEqual([
        'nora-lindqvist',
        'priya-raman',
      ]);
      expect(await topic(use(), 'priya-raman')).toMatchObject({ retiredAt: NOW });
      expect(await use().select().from(topics).where(eq(topics.slug, 'idle-hand'))).toEqual([]);
    });
  });
});
