import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { DbOrTx } from '@/db/client.ts';
import { lockDueArticles, releaseArticles } from '@/db/queries/release.ts';
import { articles, topics } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { readContent } from './content/read-content.ts';
import { articleText } from './content/testing.ts';
import { article, expectConsistent, LATER, NOW, usePublishing } from './content/testing-database.ts';
import { publishContent, publishFolder, releaseDue } from './publishing.service.ts';

describeOnEachDatabase('releasing', (use) => {
  const { folder, publish } = usePublishing(use);

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
      await folder().write({
        'articles/bad.md': 'no front matter',
        'articles/two.md': future('2022-09-01T09:00:00Z'),
      });
      const { result, mistakes } = await publishFolder(use(), folder().dir, new Date('2022-03-01T09:00:00Z'));
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
      await folder().write({ 'articles/held.md': articleText({ published: '2022-01-01T00:00:00Z' }) });
      const content = await readContent(folder().dir);
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
