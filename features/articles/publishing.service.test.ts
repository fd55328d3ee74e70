import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Db } from '@/db/client.ts';
import { articles, authors, photos, topics } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { readContent } from './content/read-content.ts';
import { articleText, openFolder, picture } from './content/testing.ts';
import {
  article,
  dumpContent,
  expectConsistent,
  LATER,
  NOW,
  topicsOf,
  usePublishing,
} from './content/testing-database.ts';
import { publishContent, publishFolder } from './publishing.service.ts';

let colours = 0;
/** One that no picture before had: what is known of a picture stays known to this process. */
const newColour = () => `#0a0b${(++colours).toString(16).padStart(2, '0')}`;

describeOnEachDatabase('publishing', (use) => {
  const { folder, publish } = usePublishing(use);

  describe('publishContent', () => {
    test('stores topics, authors, articles, photos, and the topics above', async () => {
      const result = await publish();
      expect(result).toEqual({
        added: ['rover', 'talks'],
        changed: [],
        withdrawn: [],
        released: ['rover', 'talks'],
        tags: [
          ...['article:rover', 'article:talks', 'author:nora-lindqvist', 'author:priya-raman', 'front'],
          ...['topic:iran', 'topic:mars', 'topic:middle-east', 'topic:science', 'topic:world', 'topics'],
        ],
        nextDueAt: null,
      });
      expect(await topicsOf(use(), 'talks')).toEqual([
        { slug: 'iran', isDirect: true },
        { slug: 'world', isDirect: true },
        { slug: 'nora-lindqvist', isDirect: true },
        { slug: 'middle-east', isDirect: false },
      ]);
      const talks = await article(use(), 'talks');
      expect(talks).toMatchObject({ headline: 'Talks open', isVisible: true, isLead: false, wordCount: 5 });
      const [photo] = await use().select().from(photos).where(eq(photos.articleId, talks.id));
      expect(photo).toMatchObject({
        position: 0,
        width: 30,
        focalX: 0.25,
        focalY: 0.75,
        credit: 'Illustration/Your Globe',
      });
      const [author] = await use()
        .select({ kind: topics.kind, name: topics.name })
        .from(authors)
        .innerJoin(topics, eq(topics.id, authors.topicId))
        .where(eq(authors.slug, 'nora-lindqvist'));
      expect(author).toEqual({ kind: 'author', name: 'Nora Lindqvist' });
    });

    test('a second time changes nothing and concerns no page', async () => {
      await publish();
      const before = await dumpContent(use());
      expect(await publish({}, LATER)).toEqual({
        ...{ added: [], changed: [], withdrawn: [], released: [], tags: [], nextDueAt: null },
      });
      expect(await dumpContent(use())).toEqual(before);
    });

    test('T37 an edit keeps the id and the time the article was first seen, and concerns what it touches', async () => {
      await publish();
      const before = await article(use(), 'talks');
      const rover = await article(use(), 'rover');
      const text = articleText({
        headline: 'Talks go on',
        updated: '2021-01-13T10:00:00Z',
        changed: '2021-01-13T09:00:00Z',
      });
      const result = await publish({ 'articles/talks.md': text }, LATER);
      expect(result).toMatchObject({ added: [], changed: ['talks'], withdrawn: [], released: [] });
      expect(result.tags).toEqual([
        ...[
          'article:talks',
          'author:nora-lindqvist',
          'front',
          'topic:iran',
          'topic:middle-east',
          'topic:world',
        ],
      ]);
      const after = await article(use(), 'talks');
      expect(after).toMatchObject({
        id: before.id,
        firstVisibleAt: before.firstVisibleAt,
        headline: 'Talks go on',
      });
      expect(after.updatedAt).toEqual(new Date('2021-01-13T10:00:00Z'));
      expect(after.changedAt).toEqual(new Date('2021-01-13T09:00:00Z'));
      expect(await use().select().from(photos)).toEqual([]);
      expect(await article(use(), 'rover')).toEqual(rover);
    });

    test('an article that changes topics concerns those it was in as well', async () => {
      await publish();
      const result = await publish({
        'articles/talks.md': articleText({ topics: '[mars]', authors: '[priya-raman]' }),
      });
      expect(result.tags).toEqual([
        ...[
          'article:talks',
          'author:nora-lindqvist',
          'author:priya-raman',
          'front',
          'topic:iran',
          'topic:mars',
        ],
        ...['topic:middle-east', 'topic:science', 'topic:world', 'topics'],
      ]);
      expect((await topicsOf(use(), 'talks')).map((row) => row.slug)).toEqual([
        ...['mars', 'world', 'priya-raman', 'science'],
      ]);
      await expectConsistent(use());
    });

    test('a changed picture has a new address', async () => {
      await publish();
      const [before] = await use().select().from(photos);
      const result = await publish({ 'photos/red.webp': await picture('#10c020') });
      const [after] = await use().select().from(photos);
      expect(result.changed).toEqual(['talks']);
      expect(after?.path).not.toBe(before?.path);
    });

    test('T20 a removed file withdraws the article everywhere, and its return restores it as it was', async () => {
      await publish();
      const before = await article(use(), 'talks');
      const gone = await publish({ 'articles/talks.md': null }, LATER);
      expect(gone).toMatchObject({ withdrawn: ['talks'], changed: [], released: [] });
      expect(gone.tags).toContain('article:talks');
      expect(gone.tags).toContain('topic:world');
      expect(await article(use(), 'talks')).toMatchObject({ isVisible: false, withdrawnAt: LATER });
      await expectConsistent(use());
      expect((await publish({}, LATER)).withdrawn).toEqual([]);

      const back = await publish({ 'articles/talks.md': articleText({ headline: 'Talks open' }) }, LATER);
      expect(back).toMatchObject({ added: [], changed: ['talks'], released: ['talks'] });
      expect(await article(use(), 'talks')).toMatchObject({
        ...{ id: before.id, firstVisibleAt: before.firstVisibleAt, isVisible: true, withdrawnAt: null },
      });
      await expectConsistent(use());
    });

    test('an article that came another way is left alone, and its slug is refused', async () => {
      await publish();
      const talks = await article(use(), 'talks');
      await use()
        .update(articles)
        .set({ slug: 'wire', sourceHash: 'ingest:1' })
        .where(eq(articles.id, talks.id));
      const result = await publish({ 'articles/talks.md': null });
      expect(result.withdrawn).toEqual([]);
      expect(await article(use(), 'wire')).toMatchObject({ isVisible: true, withdrawnAt: null });
      await expect(publish({ 'articles/wire.md': articleText() })).rejects.toThrow(
        'articles/wire.md:1 an article "wire"',
      );
    });

    test('nothing at all is stored when the folder has a mistake', async () => {
      await publish();
      const before = await dumpContent(use());
      await folder().write({
        'articles/new.md': articleText(),
        'articles/talks.md': articleText({ topics: '[nothing]' }),
      });
      const { result, mistakes } = await publishFolder(use(), folder().dir, NOW);
      expect(mistakes).toEqual([{ file: 'articles/talks.md', line: 7, message: 'unknown topic "nothing"' }]);
      expect(result.tags).toEqual([]);
      expect(await dumpContent(use())).toEqual(before);
    });

    test('after a start a picture is what the database knows of it, and is decoded when it has changed', async () => {
      const [first, second] = [newColour(), newColour()];
      const files = { 'photos/red.webp': await picture(first) };
      const colour = async () => (await use().select().from(photos))[0]?.dominantColour;
      await publish(files);
      expect(await colour()).toBe(first);
      // Which no decoding would find.
      await use().update(photos).set({ dominantColour: '#000001' });
      const started = Object.create(use()) as Db;
      const elsewhere = await openFolder(files);
      await publishFolder(started, elsewhere.dir, NOW);
      expect(await colour()).toBe('#000001');
      await elsewhere.write({ 'photos/red.webp': await picture(second) });
      await publishFolder(started, elsewhere.dir, NOW);
      expect(await colour()).toBe(second);
      await elsewhere.remove();
    });

    test('nothing is stored when it fails halfway', async () => {
      await publish();
      const before = await dumpContent(use());
      const content = await readContent(folder().dir);
      const broken = content.articles.map((one) => ({ ...one, sourceHash: 'folder:x', section: 'nowhere' }));
      await expect(publishContent(use(), { ...content, articles: broken }, NOW)).rejects.toThrow();
      expect(await dumpContent(use())).toEqual(before);
    });
  });
});
