import { asc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { listFeed } from '@/db/queries/feed.ts';
import { articles, auditLog } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { directTopicsOf, NOW, openNewsroom } from '@/features/topics/testing.ts';
import { undoMerge } from '@/features/topics/topic-merge-undo.service.ts';
import { mergeTopics } from '@/features/topics/topic-merges.service.ts';
import { articleTopicsChangeDto } from './article-topics.dto.ts';
import { changeArticleTopics, getArticleTopics } from './article-topics.service.ts';
import { expectConsistent } from './content/testing-database.ts';

describeOnEachDatabase('topics of an article', (use) => {
  let room: Awaited<ReturnType<typeof openNewsroom>>;
  let ids: Record<'world' | 'science' | 'place' | 'iran' | 'talks' | 'nora', number>;
  let articleId: number;
  beforeEach(async () => {
    room = await openNewsroom(use());
    const world = await room.topic('world', null, { kind: 'section' });
    const science = await room.topic('science', null, { kind: 'section' });
    const place = await room.topic('place', world, { kind: 'place' });
    const iran = await room.topic('iran', place, { kind: 'place', name: 'Iran' });
    const talks = await room.topic('talks', science, { name: 'Nuclear talks' });
    const nora = await room.topic('nora', null, { kind: 'author', name: 'Nora' });
    ids = { world, science, place, iran, talks, nora };
    articleId = await room.article('first', [iran, world, nora], { sectionId: world, headline: 'First one' });
  });
  const get = () => getArticleTopics(use(), room.editor, 'first');
  const set = async (topics: string[], version?: string) =>
    changeArticleTopics(
      use(),
      room.editor,
      'first',
      { topics, version: version ?? (await get()).version },
      NOW,
    );
  const row = async () => (await use().select().from(articles).where(eq(articles.id, articleId)))[0];

  test('are shown in order, with what they bring, section and authors apart', async () => {
    expect(await get()).toMatchObject({
      ...{ slug: 'first', headline: 'First one', state: 'visible', isManaged: false, suggestions: [] },
      topics: [
        {
          ...{ slug: 'iran', name: 'Iran', kind: 'place', isRetired: false },
          above: [
            { slug: 'place', name: 'place' },
            { slug: 'world', name: 'world' },
          ],
        },
      ],
      section: { slug: 'world', name: 'world' },
      authors: [{ slug: 'nora', name: 'Nora' }],
    });
  });

  test('are added, ordered and removed; section, authors and first appearance stay, and it is written down', async () => {
    const before = await row();
    const { article, tags } = await set(['talks', 'iran']);
    expect(article.topics.map((topic) => topic.slug)).toEqual(['talks', 'iran']);
    expect(article.isManaged).toBe(true);
    expect(await directTopicsOf(use(), articleId)).toEqual(['talks', 'iran', 'world', 'nora']);
    await expectConsistent(use());
    expect(await row()).toMatchObject({ firstVisibleAt: before?.firstVisibleAt, topicsManagedAt: NOW });
    expect(tags).toEqual([
      ...['article:first', 'author:nora', 'front', 'topic:iran', 'topic:place', 'topic:science'],
      ...['topic:talks', 'topic:world', 'topics'],
    ]);
    // Of what it leaves, the pages are made again too.
    expect((await set(['talks'])).tags).toEqual(expect.arrayContaining(['topic:iran', 'topic:place']));
    expect(await directTopicsOf(use(), articleId)).toEqual(['talks', 'world', 'nora']);
    await expectConsistent(use());
    const deeds = await use()
      .select()
      .from(auditLog)
      .where(eq(auditLog.actorId, room.editor))
      .orderBy(asc(auditLog.id));
    expect(deeds).toMatchObject([
      {
        ...{ action: 'article.retag', subject: 'article', subjectKey: 'first', subjectName: 'First one' },
        ...{ before: { topics: ['iran'] }, after: { topics: ['talks', 'iran'] } },
      },
      { before: { topics: ['talks', 'iran'] }, after: { topics: ['talks'] } },
    ]);
  });

  test('that stay as they are write nothing, expire nothing and leave the source in charge', async () => {
    expect((await set(['iran'])).tags).toEqual([]);
    expect(await row()).toMatchObject({ topicsManagedAt: null });
    expect(await use().$count(auditLog, eq(auditLog.actorId, room.editor))).toBe(0);
  });

  test('an article tagged late is in its followers’ feeds at once, dated as before and not new', async () => {
    const ann = await room.reader('Ann', [ids.science]);
    const feed = async () => {
      const { items } = await listFeed(use(), ann, { position: null, limit: 10, topicSlug: null });
      return items.map((item) => item.id);
    };
    expect(await feed()).toEqual([]);
    await set(['iran', 'talks']);
    expect(await feed()).toEqual([articleId]);
    await set(['iran']);
    expect(await feed()).toEqual([]);
  });

  test('T20 one that is not visible yet is tagged without any page being made again', async () => {
    const hidden = { sectionId: ids.world, isVisible: false, firstVisibleAt: null };
    await room.article('later', [ids.iran, ids.world], hidden);
    const { version, state } = await getArticleTopics(use(), room.editor, 'later');
    expect(state).toBe('scheduled');
    const { tags } = await changeArticleTopics(
      use(),
      room.editor,
      'later',
      { topics: ['talks'], version },
      NOW,
    );
    expect(tags).toEqual([]);
    await expectConsistent(use());
  });

  test('two editors do not overwrite each other: the second is shown what there is now', async () => {
    const { version } = await get();
    await set(['iran', 'talks'], version);
    await expect(set(['place'], version)).rejects.toMatchObject({
      code: 'conflict',
      details: { current: { topics: [{ slug: 'iran' }, { slug: 'talks' }] } },
    });
    expect(await directTopicsOf(use(), articleId)).toEqual(['iran', 'talks', 'world', 'nora']);
  });

  describe('refusals', () => {
    test.each([
      ['none', [], /“First one” would name no topic besides the section/],
      ['only its section', ['world'], /would name no topic/],
      ['one there is not', ['iran', 'nowhere'], /“nowhere” is not a topic/],
      ['an author', ['iran', 'nora'], /Nora is an author/],
      ['a retired one', ['iran', 'old'], /old is retired/],
    ])('%s is refused beside the topics, and nothing is written', async (_what, topics, words) => {
      await room.topic('old', null, { retiredAt: NOW });
      await expect(set(topics)).rejects.toMatchObject({
        code: 'bad_request',
        details: { fields: { topics: expect.stringMatching(words) } },
      });
      expect(await directTopicsOf(use(), articleId)).toEqual(['iran', 'world', 'nora']);
    });

    test('a retired topic that is there may stay', async () => {
      const old = await room.topic('old', null, { retiredAt: NOW });
      articleId = await room.article('second', [old, ids.world], { sectionId: ids.world });
      const { version } = await getArticleTopics(use(), room.editor, 'second');
      const change = { topics: ['talks', 'old'], version };
      await changeArticleTopics(use(), room.editor, 'second', change, NOW);
      expect(await directTopicsOf(use(), articleId)).toEqual(['talks', 'old', 'world']);
    });

    test('T13 T19 readers are refused, whatever the article', async () => {
      const ann = await room.reader('Ann', []);
      const { version } = await get();
      await expect(getArticleTopics(use(), ann, 'first')).rejects.toMatchObject({ code: 'forbidden' });
      await expect(
        changeArticleTopics(use(), ann, 'first', { topics: ['talks'], version }, NOW),
      ).rejects.toMatchObject({ code: 'forbidden' });
    });

    test('T15 T24 a body with more than is asked for, or too much of it, does not get in', () => {
      const fine = { topics: ['iran'], version: 'x' };
      expect(articleTopicsChangeDto.safeParse(fine).success).toBe(true);
      for (const wrong of [
        { userId: 'x' },
        { topics: Array(21).fill('iran') },
        { version: 7 },
        { topics: [''] },
      ])
        expect(articleTopicsChangeDto.safeParse({ ...fine, ...wrong }).success).toBe(false);
    });
  });

  describe('and merges', () => {
    const merge = async (from: string, into: string) =>
      (await mergeTopics(use(), room.editor, from, into, NOW)).merge.mergeId;

    test('the slug of a merged topic means the one it is merged into, once', async () => {
      await merge('talks', 'iran');
      await set(['talks', 'iran', 'place']);
      expect(await directTopicsOf(use(), articleId)).toEqual(['iran', 'place', 'world', 'nora']);
    });

    test('T36 an article taken out between a merge and its undoing is in neither topic', async () => {
      await set(['iran', 'place']);
      const id = await merge('iran', 'talks');
      await set(['place']);
      await undoMerge(use(), room.editor, id, NOW);
      expect(await directTopicsOf(use(), articleId)).toEqual(['place', 'world', 'nora']);
      await expectConsistent(use());
    });

    test('T36 one whose topics were put into another order keeps that order', async () => {
      await set(['iran', 'place']);
      const id = await merge('iran', 'talks');
      await set(['place', 'talks']);
      await undoMerge(use(), room.editor, id, NOW);
      expect(await directTopicsOf(use(), articleId)).toEqual(['place', 'iran', 'world', 'nora']);
      await expectConsistent(use());
    });

    test('T36 one that was filed under the other topic meanwhile stays there', async () => {
      const other = await room.article('second', [ids.place, ids.world], { sectionId: ids.world });
      const id = await merge('iran', 'talks');
      const { version } = await getArticleTopics(use(), room.editor, 'second');
      const change = { topics: ['place', 'iran'], version };
      await changeArticleTopics(use(), room.editor, 'second', change, NOW);
      await undoMerge(use(), room.editor, id, NOW);
      expect(await directTopicsOf(use(), other)).toEqual(['place', 'talks', 'world']);
      expect(await directTopicsOf(use(), articleId)).toEqual(['iran', 'world', 'nora']);
    });
  });
});
