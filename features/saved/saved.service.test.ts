import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Db } from '@/db/client.ts';
import { addArticle, addTopic, addUser } from '@/db/fixtures.ts';
import { articles, saves, users } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { getArticleMarks, markRead } from '@/features/reads/reads.service.ts';
import { openNewsroom } from '@/features/topics/testing.ts';
import { uuidv7 } from '@/lib/uuid.ts';
import { keptMoment } from './kept-page.service.ts';
import { SAVE_LIMIT } from './saved.dto.ts';
import { getSavedPage, removeSaved, saveArticle } from './saved.service.ts';

const SECRET = 'a secret of the tests, long enough for them';
const NOW = new Date('2026-11-20T09:00:00.000Z');
const later = (ms: number) => new Date(NOW.getTime() + ms);

describeOnEachDatabase('the saved service', (use) => {
  let db: Db;
  let ann: string;
  let bob: string;
  let iran: number;

  beforeEach(async () => {
    db = use();
    await openNewsroom(db);
    ann = await addUser(db, 'Ann');
    bob = await addUser(db, 'Bob');
    iran = await addTopic(db, 'iran');
    for (const slug of ['first', 'second', 'third'])
      await addArticle(db, slug, [iran], { publishedAt: NOW, dek: `Über ${slug}` });
  });
  const saved = (userId: string, options = {}) => getSavedPage({ db, secret: SECRET }, userId, options);
  const slugs = async (userId: string, options = {}) =>
    (await saved(userId, options)).items.map((item) => item.slug);

  test('an article is saved once, however often, keeps its place, and is taken out at once', async () => {
    await saveArticle(db, ann, 'first', NOW);
    await saveArticle(db, ann, 'second', later(1_000));
    await saveArticle(db, ann, 'first', later(2_000));
    expect(await slugs(ann)).toEqual(['second', 'first']);
    expect(await getArticleMarks(db, ann, 'first')).toMatchObject({ isSaved: true, isRead: false });
    await removeSaved(db, ann, 'first');
    await removeSaved(db, ann, 'first');
    expect(await slugs(ann)).toEqual(['second']);
    expect(await getArticleMarks(db, ann, 'first')).toMatchObject({ isSaved: false });
    // An Undo puts it back where it was.
    await saveArticle(db, ann, 'first', NOW);
    expect(await slugs(ann)).toEqual(['second', 'first']);
  });

  test('saves and removals at once end in one row or none', async () => {
    await Promise.all([1, 2, 3, 4, 5].map((n) => saveArticle(db, ann, 'first', later(n))));
    expect(await slugs(ann)).toEqual(['first']);
    await Promise.all([1, 2, 3].map(() => removeSaved(db, ann, 'first')));
    expect(await slugs(ann)).toEqual([]);
  });

  test('is paged by cursors, and searched in headlines and deks', async () => {
    for (const [n, slug] of ['first', 'second', 'third'].entries())
      await saveArticle(db, ann, slug, later(n));
    await markRead(db, ann, 'third', NOW);
    const page = await saved(ann, { limit: 2 });
    expect(page.items.map(({ slug, isRead }) => ({ slug, isRead }))).toEqual([
      { slug: 'third', isRead: true },
      { slug: 'second', isRead: false },
    ]);
    expect(await slugs(ann, { limit: 2, cursor: page.nextCursor })).toEqual(['first']);
    expect(await slugs(ann, { q: 'uber SEC' })).toEqual(['second']);
    const found = await saved(ann, { q: 'uber', limit: 1 });
    expect(await slugs(ann, { q: 'uber', cursor: found.nextCursor })).toEqual(['second', 'first']);
    expect(await slugs(ann, { q: 'uber fourth' })).toEqual([]);
  });

  test('articles saved at the same moment are each on one page', async () => {
    for (const slug of ['first', 'second', 'third']) await saveArticle(db, ann, slug, NOW);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await saved(ann, { limit: 1, cursor });
      seen.push(...page.items.map((item) => item.slug));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(['third', 'second', 'first']);
  });

  test('T14 T18 a reader neither sees nor changes what another saved, nor pages by their cursors', async () => {
    await saveArticle(db, ann, 'first', NOW);
    await saveArticle(db, ann, 'second', NOW);
    await removeSaved(db, bob, 'first');
    expect(await slugs(bob)).toEqual([]);
    expect(await getArticleMarks(db, bob, 'first')).toMatchObject({ isSaved: false });
    expect(await slugs(ann)).toHaveLength(2);
    const { nextCursor: cursor } = await saved(ann, { limit: 1 });
    const refused = { code: 'bad_request' };
    await expect(saved(bob, { cursor })).rejects.toMatchObject(refused);
    await expect(saved(ann, { cursor, q: 'first' })).rejects.toMatchObject(refused);
    await expect(saved(ann, { cursor: 'forged.cursor' })).rejects.toMatchObject(refused);
  });

  test('T20 what cannot be opened cannot be saved, and leaves the list while it is withdrawn', async () => {
    await addArticle(db, 'tomorrow', [iran], { publishedAt: later(9e7), isVisible: false });
    for (const slug of ['tomorrow', 'nowhere', '']) {
      await expect(saveArticle(db, ann, slug, NOW)).rejects.toMatchObject({ code: 'not_found' });
      await expect(removeSaved(db, ann, slug)).rejects.toMatchObject({ code: 'not_found' });
      expect(await getArticleMarks(db, ann, slug)).toMatchObject({ isSaved: false });
    }
    await saveArticle(db, ann, 'first', NOW);
    await db.update(articles).set({ isVisible: false }).where(eq(articles.slug, 'first'));
    expect(await slugs(ann)).toEqual([]);
    expect(await slugs(ann, { q: 'first' })).toEqual([]);
    expect(await getArticleMarks(db, ann, 'first')).toMatchObject({ isSaved: false });
    await db.update(articles).set({ isVisible: true }).where(eq(articles.slug, 'first'));
    expect(await slugs(ann)).toEqual(['first']);
  });

  test('there is a limit, which says what to do; what is saved already can be saved again', async () => {
    await saveArticle(db, ann, 'first', NOW);
    const many = Array.from({ length: SAVE_LIMIT - 1 }, (_, n) => ({
      ...{ slug: `many-${n}`, headline: 'Many', dek: 'Many', bodyHtml: '', wordCount: 1 },
      ...{ sectionId: iran, publishedAt: NOW, sourceHash: `many-${n}`, isVisible: true },
    }));
    for (let n = 0; n < many.length; n += 1_000) {
      const rows = await db
        .insert(articles)
        .values(many.slice(n, n + 1_000))
        .returning();
      await db.insert(saves).values(rows.map(({ id }) => ({ userId: ann, articleId: id, savedAt: NOW })));
    }
    await expect(saveArticle(db, ann, 'second', NOW)).rejects.toMatchObject({
      code: 'limit_reached',
      message: 'You can save up to 5,000 articles. Remove some first.',
    });
    await saveArticle(db, ann, 'first', NOW);
    await saveArticle(db, bob, 'second', NOW);
    await removeSaved(db, ann, 'first');
    await saveArticle(db, ann, 'second', NOW);
  });

  test('nobody is no reader, and with a reader goes all they saved', async () => {
    await expect(saveArticle(db, uuidv7(), 'first', NOW)).rejects.toMatchObject({ code: 'not_signed_in' });
    await saveArticle(db, ann, 'first', NOW);
    await db.delete(users).where(eq(users.id, ann));
    expect(await db.select().from(saves)).toEqual([]);
  });
});

test('an Undo names a moment that was, never one to come', () => {
  expect(keptMoment(NOW, undefined)).toEqual(NOW);
  expect(keptMoment(NOW, later(-5).toISOString())).toEqual(later(-5));
  expect(keptMoment(NOW, later(5).toISOString())).toEqual(NOW);
  expect(keptMoment(NOW, '0001-01-01T00:00:00Z')).toEqual(NOW);
  expect(keptMoment(NOW, 'never')).toEqual(NOW);
});
