import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Db } from '@/db/client.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import type { ArticleSource, Content } from './content/content.ts';
import { dumpContent, emptyContent, expectConsistent } from './content/testing-database.ts';
import { publishContent } from './publishing.service.ts';

const NOW = new Date('2022-01-01T00:00:00Z');
const at = { file: 'test', line: 1 };

/** A small newspaper in memory: a random tree of topics, and articles on random ones of them. */
const newspapers = fc
  .record({
    // Each topic stands below an earlier one, or at the top.
    parents: fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 8 }),
    names: fc.array(fc.constantFrom('one', 'two'), { minLength: 8, maxLength: 8 }),
    articles: fc.uniqueArray(
      fc.record({
        slug: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        topics: fc.uniqueArray(fc.nat({ max: 8 }), { minLength: 1, maxLength: 4 }),
        isFuture: fc.boolean(),
        headline: fc.constantFrom('x', 'y'),
        author: fc.nat({ max: 1 }),
      }),
      { selector: (article) => article.slug, maxLength: 5 },
    ),
  })
  .map(({ parents, names, articles }): Content => {
    const topics: Content['topics'] = parents.map((parent, i) => ({
      ...{ slug: `t${i}`, name: `Topic ${i} ${names[i]}`, aliases: [], description: '', at },
      kind: i === 0 ? 'section' : 'topic',
      ...(i > 0 && parent < i ? { parent: `t${parent}` } : {}),
    }));
    return {
      topics,
      authors: ['w0', 'w1'].map((slug) => ({ slug, name: slug, role: '', bio: '', at })),
      articles: articles.map((article) => toSource(article, parents.length)),
    };
  });

function toSource(
  article: { slug: string; topics: number[]; isFuture: boolean; headline: string; author: number },
  topicCount: number,
): ArticleSource {
  const topics = [...new Set(article.topics.map((topic) => `t${topic % topicCount}`))];
  return {
    ...{ slug: article.slug, at, headline: article.headline, dek: 'd', bodyHtml: '<p>b</p>', wordCount: 1 },
    ...{
      dateline: null,
      agency: null,
      section: 't0',
      isLead: false,
      isImport: false,
      updatedAt: null,
      changedAt: null,
      photos: [],
    },
    publishedAt: new Date(article.isFuture ? '2022-06-01T00:00:00Z' : '2021-06-01T00:00:00Z'),
    authors: [`w${article.author}`],
    topics,
    sourceHash: `folder:${JSON.stringify([article, topics])}`,
  };
}

/** What readers can see, by slug, without ids and times of the run. */
async function visible(db: Db) {
  const all = await dumpContent(db);
  const slugOf = new Map(all.topics.map((row) => [row.id, row.slug]));
  const live = all.articles.filter((row) => row.isVisible);
  return {
    articles: live
      .map((row) => ({
        slug: row.slug,
        headline: row.headline,
        topics: row.topicIds.map((id) => slugOf.get(id)).sort(),
      }))
      .sort((a, b) => (a.slug < b.slug ? -1 : 1)),
    topics: all.topics
      .filter((row) => row.retiredAt === null)
      .map((row) => ({ slug: row.slug, name: row.name, parent: row.parentId && slugOf.get(row.parentId) }))
      .sort((a, b) => (a.slug < b.slug ? -1 : 1)),
  };
}

describeOnEachDatabase('publishing one folder after another', (use) => {
  describe('T25', () => {
    test('ends as if the last had been published alone, names all it touched, and keeps what was seen', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(newspapers, { minLength: 2, maxLength: 4 }), async (editions) => {
          const db = use();
          await emptyContent(db);
          const firstSeen = new Map<string, number>();
          for (const edition of editions) {
            const before = await visible(db);
            const { tags } = await publishContent(db, edition, NOW);
            await expectConsistent(db);
            expectNamed(before, await visible(db), tags);
            for (const row of (await dumpContent(db)).articles) {
              const seen = row.firstVisibleAt?.getTime();
              if (firstSeen.has(row.slug)) expect(seen).toBe(firstSeen.get(row.slug));
              if (seen !== undefined) firstSeen.set(row.slug, seen);
            }
            expect((await publishContent(db, edition, NOW)).tags).toEqual([]);
          }
          const gradually = await visible(db);
          await emptyContent(db);
          const [last] = editions.slice(-1);
          if (last) await publishContent(db, last, NOW);
          expect(gradually).toEqual(await visible(db));
        }),
        { numRuns: 25, seed: 20210112 },
      );
    });
  });
});

type View = Awaited<ReturnType<typeof visible>>;

/** Every article and topic that looks different, and every topic whose list of articles does, must be among the tags. */
function expectNamed(before: View, after: View, tags: string[]): void {
  const byTag = (view: View) => {
    const pages = new Map<string, string>();
    for (const topic of view.topics) {
      const list = view.articles.filter((article) => article.topics.includes(topic.slug));
      const kind = topic.slug.startsWith('w') ? 'author' : 'topic';
      pages.set(`${kind}:${topic.slug}`, JSON.stringify([topic, list]));
    }
    for (const article of view.articles) {
      const names = view.topics.filter((topic) => article.topics.includes(topic.slug));
      pages.set(`article:${article.slug}`, JSON.stringify([article, names]));
    }
    return pages;
  };
  const [old, now] = [byTag(before), byTag(after)];
  const different = [...new Set([...old.keys(), ...now.keys()])].filter(
    (tag) => old.get(tag) !== now.get(tag),
  );
  expect(different.filter((tag) => !tags.includes(tag))).toEqual([]);
}
