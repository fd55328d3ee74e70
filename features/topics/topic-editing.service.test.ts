import { asc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { listFeed } from '@/db/queries/feed.ts';
import { getTopicById } from '@/db/queries/topics.ts';
import { articles, auditLog, follows, users } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { expectConsistent } from '@/features/articles/content/testing-database.ts';
import { NOW, openNewsroom } from './testing.ts';
import {
  type AnyTopicChange,
  type TopicCreation,
  topicChangeDto,
  topicCreationDto,
} from './topic-editing.dto.ts';
import { changeTopic, createTopic, getEditedTopic } from './topic-editing.service.ts';
import { retireTopic } from './topic-retiring.service.ts';
import { findTopic } from './topics.service.ts';

const LATER = new Date(NOW.getTime() + 86_400_000);

/** What a refusal says of each field. */
const about = (fields: Record<string, string | RegExp>) => ({
  code: 'bad_request',
  details: {
    fields: Object.fromEntries(
      Object.entries(fields).map(([field, text]) => [field, expect.stringMatching(text)]),
    ),
  },
});

describeOnEachDatabase('editing topics', (use) => {
  let room: Awaited<ReturnType<typeof openNewsroom>>;
  let world: number;
  let iran: number;
  beforeEach(async () => {
    room = await openNewsroom(use());
    world = await room.topic('world', null, { kind: 'section', name: 'World' });
    iran = await room.topic('iran', world, { kind: 'place', name: 'Iran', aliases: ['Persia'] });
  });
  const create = (fields: Partial<TopicCreation> & { name: string }) =>
    createTopic(use(), room.editor, topicCreationDto.parse({ kind: 'topic', ...fields }), NOW);
  const change = (slug: string, fields: Omit<AnyTopicChange, 'version'>, version: number | null = null) =>
    changeTopic(use(), room.editor, slug, { ...fields, version }, LATER);
  const deeds = async () =>
    use().select().from(auditLog).where(eq(auditLog.actorId, room.editor)).orderBy(asc(auditLog.id));

  describe('creating', () => {
    test('a topic gets a slug made of its name, stands under its parent and is written down', async () => {
      const { topic, tags } = await create({
        ...{ name: '  Zürich   Géants ', parent: 'iran', aliases: ['The Giants'], wikidataId: 'Q794' },
      });
      expect(topic).toMatchObject({
        ...{ slug: 'zurich-geants', name: 'Zürich Géants', parent: 'iran', parentName: 'Iran', version: 1 },
        ...{
          aliases: ['The Giants'],
          wikidataId: 'Q794',
          mediaTopicId: null,
          isRetired: false,
          oldSlugs: [],
        },
        ...{ followerCount: 0, articleCount: 0, childCount: 0 },
      });
      expect(tags).toEqual(['topics']);
      expect(await deeds()).toMatchObject([
        {
          ...{ action: 'topic.create', subjectKey: 'zurich-geants', subjectName: 'Zürich Géants' },
          ...{ actorName: 'Edda', before: null, after: { name: 'Zürich Géants', parent: 'iran' } },
        },
      ]);
    });

    test.each([
      ['a name in other letters', { name: 'ÍRAN' }, { name: /^is taken by Iran \(iran\)$/ }],
      ['a name that is an alias', { name: 'persia' }, { name: /Iran/ }],
      ['an alias that is a name', { name: 'New one', aliases: ['Irán'] }, { aliases: /Iran/ }],
      ['an alias that is an alias', { name: 'New one', aliases: ['PERSIA'] }, { aliases: /Iran/ }],
      ['an alias that repeats its name', { name: 'New one', aliases: ['new ONE'] }, { aliases: /repeat/ }],
      ['a slug that is taken', { name: 'New one', slug: 'iran' }, { slug: /taken by Iran/ }],
      ['a slug that is reserved', { name: 'New one', slug: 'tree' }, { slug: /reserved/ }],
      ['a name whose slug is reserved', { name: 'New' }, { slug: /reserved/ }],
      ['a name that leaves no slug', { name: 'Москва' }, { slug: /give one/ }],
      ['a parent that is not there', { name: 'New one', parent: 'nowhere' }, { parent: /not a topic/ }],
    ])('%s is refused beside its field, and nothing is written', async (_what, fields, refusal) => {
      await expect(create(fields)).rejects.toMatchObject(about(refusal));
      expect(await deeds()).toEqual([]);
    });

    test.each([
      ['name', { name: 'Bell\u0007' }],
      ['name', { name: 'NUL\0' }],
      ['description', { name: 'Good', description: 'Bad \u0001' }],
      ['aliases', { name: 'Good', aliases: ['B\ufffead'] }],
      ['name', { name: 'x'.repeat(81) }],
      ['wikidataId', { name: 'Good', wikidataId: 'Q0' }],
      ['mediaTopicId', { name: 'Good', mediaTopicId: '2000055' }],
      ['kind', { name: 'Good', kind: 'section' }],
      ['kind', { name: 'Good', kind: 'author' }],
      ['slug', { name: 'Good', slug: 'Not-a-Slug' }],
    ])('T24 %s with %j does not get in', (field, fields) => {
      const { error } = topicCreationDto.safeParse({ kind: 'topic', ...fields });
      expect(error?.issues.map((issue) => issue.path[0])).toEqual([field]);
    });

    test('T15 a field that is nobody’s to set is refused', () => {
      expect(topicCreationDto.safeParse({ name: 'A', kind: 'topic', managedAt: null }).success).toBe(false);
      expect(topicChangeDto.safeParse({ version: 1, id: 7 }).success).toBe(false);
    });
  });

  describe('slugs', () => {
    test('an old slug leads on for ever, may be taken back, and is refused to others', async () => {
      const { topic, tags } = await change('iran', { slug: 'islamic-republic' });
      expect(topic).toMatchObject({ slug: 'islamic-republic', oldSlugs: ['iran'] });
      expect(tags).toEqual(['topic:iran', 'topic:islamic-republic', 'topics', 'topic-tree']);
      expect((await findTopic(use(), 'iran')).slug).toBe('islamic-republic');
      await expect(create({ name: 'Other', slug: 'iran' })).rejects.toMatchObject(
        about({ slug: /^is an old address of Iran$/ }),
      );
      const back = await change('iran', { slug: 'iran' });
      expect(back.topic).toMatchObject({ slug: 'iran', oldSlugs: ['islamic-republic'] });
      expect((await findTopic(use(), 'islamic-republic')).slug).toBe('iran');
      expect((await deeds()).map((deed) => [deed.action, deed.before, deed.after])).toEqual([
        ['topic.rename', { slug: 'iran' }, { slug: 'islamic-republic' }],
        ['topic.rename', { slug: 'islamic-republic' }, { slug: 'iran' }],
      ]);
    });

    test('whoever follows it by an old slug follows the topic', async () => {
      const ann = await room.reader('Ann', [iran]);
      await change('iran', { slug: 'islamic-republic', name: 'Islamic Republic' });
      const [row] = await use().select().from(follows).where(eq(follows.userId, ann));
      expect(row?.topicId).toBe(iran);
    });
  });

  describe('moving', () => {
    test('everything beneath goes along: articles, and what readers of either parent see, at once', async () => {
      const science = await room.topic('science', null, { kind: 'section', name: 'Science' });
      const city = await room.topic('city', iran);
      const article = await room.article('news', [city]);
      const ann = await room.reader('Ann', [science]);
      const bob = await room.reader('Bob', [world]);
      const seenBy = async (reader: string) => {
        const options = { position: null, limit: 10, topicSlug: null };
        return (await listFeed(use(), reader, options)).items.map((item) => item.slug);
      };
      expect([await seenBy(ann), await seenBy(bob)]).toEqual([[], ['news']]);
      await change('iran', { parent: 'science' });
      expect([await seenBy(ann), await seenBy(bob)]).toEqual([['news'], []]);
      const [row] = await use().select().from(articles).where(eq(articles.id, article));
      expect([...(row?.topicIds ?? [])].sort()).toEqual([city, iran, science].sort());
      await expectConsistent(use());
      await change('iran', { parent: null });
      expect([await seenBy(ann), await seenBy(bob)]).toEqual([[], []]);
      await expectConsistent(use());
      expect((await deeds()).map((deed) => [deed.action, deed.before, deed.after])).toEqual([
        ['topic.move', { parent: 'world' }, { parent: 'science' }],
        ['topic.move', { parent: 'science' }, { parent: null }],
      ]);
    });

    test('a loop is refused, whether with itself, a child or a grandchild', async () => {
      const city = await room.topic('city', iran);
      await room.topic('street', city);
      for (const parent of ['iran', 'city', 'street'])
        await expect(change('iran', { parent })).rejects.toMatchObject(about({ parent: /stands under/ }));
    });

    test('six levels are possible, seven are not, the subtree included', async () => {
      let above = iran;
      for (const slug of ['l3', 'l4', 'l5']) above = await room.topic(slug, above);
      await create({ name: 'l6', parent: 'l5' });
      await expect(create({ name: 'l7', parent: 'l6' })).rejects.toMatchObject(about({ parent: /7 levels/ }));
      const pair = await room.topic('pair');
      await room.topic('pair-child', pair);
      await expect(change('pair', { parent: 'l5' })).rejects.toMatchObject(about({ parent: /7 levels/ }));
      expect((await change('pair', { parent: 'l4' })).topic.parent).toBe('l4');
    });
  });

  test('a section keeps its slug, its kind and its place, and cannot be retired; its words can change', async () => {
    await room.topic('science', null, { kind: 'section' });
    const refused: [Omit<AnyTopicChange, 'version'>, string][] = [
      [{ slug: 'globe' }, 'slug'],
      [{ parent: 'science' }, 'parent'],
      [{ isRetired: true }, 'isRetired'],
    ];
    for (const [fields, field] of refused)
      await expect(change('world', fields)).rejects.toMatchObject(about({ [field]: /section/ }));
    const { topic } = await change('world', { name: 'The world', description: 'All of it.', parent: null });
    expect(topic).toMatchObject({ name: 'The world', description: 'All of it.', kind: 'section' });
  });

  describe('retiring', () => {
    test('a topic is retired with a successor and restored without; twice is the same as once', async () => {
      await room.topic('persia-news', world);
      const ann = await room.reader('Ann', [iran]);
      const retired = await change('iran', { isRetired: true, successor: 'persia-news' });
      expect(retired.topic).toMatchObject({ isRetired: true, successor: 'persia-news', followerCount: 1 });
      await use().update(follows).set({ retirementToldAt: LATER }).where(eq(follows.userId, ann));
      const { version } = retired.topic;
      expect((await retireTopic(use(), room.editor, 'iran', LATER)).topic.version).toBe(version);
      await expect(create({ name: 'Below', parent: 'iran' })).rejects.toMatchObject(
        about({ parent: /Iran is retired/ }),
      );

      const restored = await change('iran', { isRetired: false });
      expect(restored.topic).toMatchObject({ isRetired: false, successor: null, successorName: null });
      const [row] = await use().select().from(follows).where(eq(follows.userId, ann));
      expect(row?.retirementToldAt).toBeNull();
      expect((await deeds()).map((deed) => [deed.action, deed.after])).toEqual([
        ['topic.retire', { isRetired: true, successor: 'persia-news' }],
        ['topic.restore', { isRetired: false, successor: null }],
      ]);
    });

    test('the successor is another topic that is in use', async () => {
      const gone = await room.topic('gone', null, { retiredAt: NOW, name: 'Gone' });
      expect(gone).toBeGreaterThan(0);
      for (const [successor, text] of [
        ['iran', /itself/],
        ['gone', /retired too/],
        ['nowhere', /not a topic/],
      ] as const)
        await expect(change('iran', { isRetired: true, successor })).rejects.toMatchObject(
          about({ successor: text }),
        );
      expect((await getTopicById(use(), iran))?.retiredAt).toBeNull();
    });

    test('the slug of a merged topic retires nothing', async () => {
      await room.topic('old', null, { mergedIntoId: iran });
      await expect(retireTopic(use(), room.editor, 'old', LATER)).rejects.toMatchObject({
        code: 'bad_request',
      });
      expect((await getEditedTopic(use(), room.editor, 'iran')).isRetired).toBe(false);
    });
  });

  test('of two editors the second is told what the first made of it, and nothing is overwritten', async () => {
    const { version } = await getEditedTopic(use(), room.editor, 'iran');
    await change('iran', { description: 'The first.' }, version);
    await expect(change('iran', { description: 'The second.' }, version)).rejects.toMatchObject({
      code: 'conflict',
      details: { current: { slug: 'iran', description: 'The first.', version: version + 1 } },
    });
    const kept = await change('iran', { description: 'The second.' }, version + 1);
    expect(kept.topic).toMatchObject({ description: 'The second.', version: version + 2 });
  });

  test('two at the same moment: one is stored, the other is told', async () => {
    const { version } = await getEditedTopic(use(), room.editor, 'iran');
    const outcomes = await Promise.allSettled([
      change('iran', { description: 'One.' }, version),
      change('iran', { description: 'Two.' }, version),
    ]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await deeds()).length).toBe(1);
  });

  test('two that create one name at the same moment make one topic', async () => {
    const outcomes = await Promise.allSettled([
      create({ name: 'Oslo' }),
      create({ name: 'ÓSLO', slug: 'other' }),
    ]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('what changes nothing raises no version and leaves no entry', async () => {
    const { topic, tags } = await change('iran', { name: 'Iran', aliases: ['Persia'], parent: 'world' }, 1);
    expect([topic.version, tags, await deeds()]).toEqual([1, [], []]);
  });

  test('T13 T19 a reader, and an editor whose role was taken away, can neither see nor do it', async () => {
    const reader = await room.reader('Rita', []);
    await use().update(users).set({ role: 'reader' }).where(eq(users.id, room.editor));
    for (const who of [reader, room.editor]) {
      const creation = topicCreationDto.parse({ name: 'Mine', kind: 'topic' });
      const tries = [
        () => getEditedTopic(use(), who, 'iran'),
        () => createTopic(use(), who, creation, NOW),
        () => changeTopic(use(), who, 'iran', { version: 1, name: 'Mine' }, NOW),
        () => retireTopic(use(), who, 'iran', NOW),
      ];
      for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' });
    }
    expect((await findTopic(use(), 'iran')).name).toBe('Iran');
    await use().update(users).set({ role: 'admin' }).where(eq(users.id, room.editor));
    expect((await change('iran', { name: 'Iran today' }, 1)).topic.name).toBe('Iran today');
  });
});
