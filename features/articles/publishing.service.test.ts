import { asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Db, DbOrTx } from '@/db/client.ts';
import { lockDueArticles, releaseArticles } from '@/db/queries/release.ts';
import {
  articleAuthors,
  articles,
  articleTopics,
  authors,
  follows,
  photos,
  topicRedirects,
  topics,
  users,
} from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { uuidv7 } from '@/lib/uuid.ts';
import { ContentError } from './content/mistakes.ts';
import { readContent } from './content/read-content.ts';
import { AUTHORS, articleText, openFolder, picture, type TestFolder, TOPICS } from './content/testing.ts';
import { publishContent, publishFolder, releaseDue } from './publishing.service.ts';

const NOW = new Date('2022-01-01T00:00:00Z');
const LATER = new Date('2030-06-01T12:00:00Z');

describeOnEachDatabase('publishing', (use) => {
  let folder: TestFolder;

  beforeEach(async () => {
    await empty(use());
    folder = await openFolder();
  });
  afterEach(() => folder.remove());

  const publish = async (files: Record<string, string | Buffer | null> = {}, now = NOW) => {
    await folder.write(files);
    return publishContent(use(), await readContent(folder.dir), now);
  };

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
      const before = await dump(use());
      expect(await publish({}, LATER)).toEqual({
        ...{ added: [], changed: [], withdrawn: [], released: [], tags: [], nextDueAt: null },
      });
      expect(await dump(use())).toEqual(before);
    });

    test('T37 an edit keeps the id and the time the article was first seen, and concerns what it touches', async () => {
      await publish();
      const before = await article(use(), 'talks');
      const rover = await article(use(), 'rover');
      const text = articleText({ headline: 'Talks go on', updated: '2021-01-13T10:00:00Z' });
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
      const before = await dump(use());
      await folder.write({
        'articles/new.md': articleText(),
        'articles/talks.md': articleText({ topics: '[nothing]' }),
      });
      const { result, mistakes } = await publishFolder(use(), folder.dir, NOW);
      expect(mistakes).toEqual([{ file: 'articles/talks.md', line: 7, message: 'unknown topic "nothing"' }]);
      expect(result.tags).toEqual([]);
      expect(await dump(use())).toEqual(before);
    });

    test('nothing is stored when it fails halfway', async () => {
      await publish();
      const before = await dump(use());
      const content = await readContent(folder.dir);
      const broken = content.articles.map((one) => ({ ...one, sourceHash: 'folder:x', section: 'nowhere' }));
      await expect(publishContent(use(), { ...content, articles: broken }, NOW)).rejects.toThrow();
      expect(await dump(use())).toEqual(before);
    });
  });

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

  describe('T20 held-back articles', () => {
    const future = (at: string, matter: Record<string, string> = {}) =>
      articleText({ published: at, ...matter });

    test('stay hidden until they are due, and concern no page before', async () => {
      await publish();
      const held = await publish({ 'articles/held.md': future('2022-03-01T09:00:00Z') });
      expect(held).toMatchObject({ added: ['held'], released: [], tags: [] });
      expect(held.nextDueAt).toEqual(new Date('2022-03-01T09:00:00Z'));
      expect(await article(use(), 'held')).toMatchObject({ isVisible: false, firstVisibleAt: null });
      await expectConsistent(use());

      const early = await releaseDue(use(), new Date('2022-03-01T08:59:59.999Z'));
      expect(early).toMatchObject({ released: [], tags: [], nextDueAt: new Date('2022-03-01T09:00:00Z') });
      const due = await releaseDue(use(), new Date('2022-03-01T09:00:00Z'));
      expect(due.released).toEqual(['held']);
      expect(due.nextDueAt).toBeNull();
      expect(due.tags).toEqual([
        ...[
          'article:held',
          'author:nora-lindqvist',
          'front',
          'topic:iran',
          'topic:middle-east',
          'topic:world',
          'topics',
        ],
      ]);
      expect((await article(use(), 'held')).isVisible).toBe(true);
      await expectConsistent(use());
      expect((await releaseDue(use(), LATER)).released).toEqual([]);
    });

    test('follow their embargo when it is moved, and are hidden again if it is moved ahead', async () => {
      await publish({ 'articles/held.md': future('2022-03-01T09:00:00Z') });
      const moved = await publish({ 'articles/held.md': future('2022-04-01T09:00:00Z') });
      expect(moved).toMatchObject({
        changed: ['held'],
        tags: [],
        nextDueAt: new Date('2022-04-01T09:00:00Z'),
      });
      expect((await releaseDue(use(), new Date('2022-03-02T00:00:00Z'))).released).toEqual([]);
      const sooner = await publish({ 'articles/held.md': future('2021-12-31T09:00:00Z') });
      expect(sooner).toMatchObject({ changed: ['held'], released: ['held'] });
      const { firstVisibleAt } = await article(use(), 'held');

      const again = await publish({ 'articles/held.md': future('2022-05-01T09:00:00Z') });
      expect(again.tags).toContain('article:held');
      expect(await article(use(), 'held')).toMatchObject({ isVisible: false, firstVisibleAt });
      await expectConsistent(use());
      await publish({}, new Date('2022-05-01T09:00:00Z'));
      expect(await article(use(), 'held')).toMatchObject({ isVisible: true, firstVisibleAt });
    });

    test('are withdrawn while they wait, and never released then', async () => {
      await publish({ 'articles/held.md': future('2022-03-01T09:00:00Z') });
      const gone = await publish({ 'articles/held.md': null });
      expect(gone).toMatchObject({ withdrawn: ['held'], tags: [], nextDueAt: null });
      expect((await releaseDue(use(), LATER)).released).toEqual([]);
    });

    test('are released while another file has a mistake, but not if their own was changed', async () => {
      await publish({
        'articles/one.md': future('2022-03-01T09:00:00Z'),
        'articles/two.md': future('2022-03-01T09:00:00Z'),
      });
      await folder.write({
        'articles/bad.md': 'no front matter',
        'articles/two.md': future('2022-09-01T09:00:00Z'),
      });
      const { result, mistakes } = await publishFolder(use(), folder.dir, new Date('2022-03-01T09:00:00Z'));
      expect(mistakes).toHaveLength(1);
      expect(result.released).toEqual(['one']);
      expect((await article(use(), 'two')).isVisible).toBe(false);
    });
  });

  describe('firstVisibleAt', () => {
    test('an import is dated as it was published, all else as it was released', async () => {
      const started = Date.now();
      await publish({
        'articles/old.md': articleText({ published: '2015-07-14T12:20:00Z', isImport: 'true' }),
      });
      expect((await article(use(), 'old')).firstVisibleAt).toEqual(new Date('2015-07-14T12:20:00Z'));
      expect((await article(use(), 'talks')).firstVisibleAt?.getTime()).toBeGreaterThanOrEqual(started);
    });

    test('T46 is later with each release, also when the clock stands still or runs back', async () => {
      await publish({ 'articles/talks.md': null });
      const ahead = new Date('2031-01-01T00:00:00Z');
      await use().update(articles).set({ firstVisibleAt: ahead });
      await publish({ 'articles/talks.md': articleText() });
      expect((await article(use(), 'talks')).firstVisibleAt).toEqual(new Date(ahead.getTime() + 1));
    });

    test('T46 what becomes visible later is dated later, with many transactions at once', async () => {
      await publish();
      const db = use();
      const template = await article(db, 'talks');
      const seen: number[] = [];
      let isDone = false;
      const watch = async () => {
        let highest = 0;
        const known = new Set<number>();
        while (!isDone) {
          const rows = await db
            .select({ id: articles.id, at: articles.firstVisibleAt })
            .from(articles)
            .where(eq(articles.isVisible, true));
          const fresh = rows.filter((row) => !known.has(row.id));
          for (const row of fresh) {
            known.add(row.id);
            const at = row.at?.getTime() ?? 0;
            if (at <= highest) seen.push(at);
          }
          highest = Math.max(highest, ...fresh.map((row) => row.at?.getTime() ?? 0));
        }
      };
      const watching = watch();
      const one = (n: number) =>
        db.transaction(async (tx: DbOrTx) => {
          const { id: _, ...values } = {
            ...template,
            slug: `wire-${n}`,
            isVisible: false,
            firstVisibleAt: null,
          };
          const [row] = await tx.insert(articles).values(values).returning({ id: articles.id });
          await releaseArticles(tx, [row?.id ?? 0]);
          // Held open for a moment, so that the others come to wait for it.
          for (let i = 0; i < n % 4; i++) await tx.select().from(topics);
        });
      await Promise.all(Array.from({ length: 40 }, (_, n) => one(n)));
      isDone = true;
      await watching;
      expect(seen).toEqual([]);
      const rows = await db.select({ at: articles.firstVisibleAt }).from(articles);
      const wire = rows.map((row) => row.at?.getTime());
      expect(new Set(wire).size).toBe(41);
    });

    test('T35 the folder published, and due articles released, many times at once, make each article once', async () => {
      await folder.write({ 'articles/held.md': articleText({ published: '2022-01-01T00:00:00Z' }) });
      const content = await readContent(folder.dir);
      const results = await Promise.all(
        Array.from({ length: 10 }, (_, n) =>
          n % 2 ? releaseDue(use(), NOW) : publishContent(use(), content, NOW),
        ),
      );
      expect(results.flatMap((result) => result.added).sort()).toEqual(['held', 'rover', 'talks']);
      expect(results.flatMap((result) => result.released).sort()).toEqual(['held', 'rover', 'talks']);
      await expectConsistent(use());
    });

    test('a due article is locked by whoever releases it first', async () => {
      await publish({ 'articles/held.md': articleText({ published: '2022-03-01T09:00:00Z' }) });
      const ids = await Promise.all(
        [1, 2, 3].map(() =>
          use().transaction(async (tx) => {
            const due = await lockDueArticles(tx, LATER);
            await releaseArticles(
              tx,
              due.map((row) => row.id),
            );
            return due.map((row) => row.slug);
          }),
        ),
      );
      expect(ids.flat()).toEqual(['held']);
    });
  });
});

async function empty(db: Db): Promise<void> {
  for (const table of [articles, follows, users, authors]) await db.delete(table);
  await db.update(topics).set({ parentId: null });
  await db.delete(topics);
}

async function article(db: Db, slug: string) {
  const [row] = await db.select().from(articles).where(eq(articles.slug, slug));
  if (!row) throw new Error(`There is no article ${slug}.`);
  return row;
}

async function topic(db: Db, slug: string) {
  const [row] = await db.select().from(topics).where(eq(topics.slug, slug));
  if (!row) throw new Error(`There is no topic ${slug}.`);
  return row;
}

async function topicsOf(db: Db, slug: string) {
  return db
    .select({ slug: topics.slug, isDirect: articleTopics.isDirect })
    .from(articleTopics)
    .innerJoin(topics, eq(topics.id, articleTopics.topicId))
    .innerJoin(articles, eq(articles.id, articleTopics.articleId))
    .where(eq(articles.slug, slug))
    .orderBy(asc(articleTopics.position), asc(topics.id));
}

async function reader(db: Db): Promise<string> {
  const id = uuidv7();
  await db.insert(users).values({ id, email: `${id}@example.com` });
  return id;
}

/** Everything publishing writes, in a fixed order. */
async function dump(db: Db) {
  return {
    topics: await db.select().from(topics).orderBy(topics.id),
    authors: await db.select().from(authors).orderBy(authors.id),
    articles: await db.select().from(articles).orderBy(articles.id),
    articleAuthors: await db
      .select()
      .from(articleAuthors)
      .orderBy(articleAuthors.articleId, articleAuthors.position),
    articleTopics: await db
      .select()
      .from(articleTopics)
      .orderBy(articleTopics.articleId, articleTopics.topicId),
    photos: await db.select().from(photos).orderBy(photos.articleId, photos.position),
  };
}

/** What must hold of all rows at any time, worked out here in the plainest way. */
async function expectConsistent(db: Db): Promise<void> {
  const all = await dump(db);
  const parentOf = new Map(all.topics.map((row) => [row.id, row.parentId]));
  for (const row of all.articles) {
    const rows = all.articleTopics.filter((link) => link.articleId === row.id);
    const direct = rows.filter((link) => link.isDirect).map((link) => link.topicId);
    const closure = new Set(direct);
    for (const id of closure) {
      const parent = parentOf.get(id);
      if (parent !== null && parent !== undefined) closure.add(parent);
    }
    expect(rows.map((link) => link.topicId).sort()).toEqual([...closure].sort());
    expect([...row.topicIds].sort()).toEqual([...closure].sort());
    for (const { publishedAt, firstVisibleAt, isVisible } of rows) {
      expect({ publishedAt, firstVisibleAt, isVisible }).toEqual({
        publishedAt: row.publishedAt,
        firstVisibleAt: row.firstVisibleAt,
        isVisible: row.isVisible,
      });
    }
    expect(row.isVisible && (row.withdrawnAt !== null || row.firstVisibleAt === null)).toBe(false);
  }
}
