import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FeedEntry, foldFeed, listEntries, RUN_SHOWN } from './folding.ts';

type Item = { slug: string; reasons: { slug: string; name: string }[] };

/** Items from a picture of their reasons: `a` for topic a alone, `ab` for both. */
const feed = (...reasons: string[]): Item[] =>
  reasons.map((names, place) => ({
    slug: `${place}-${names}`,
    reasons: [...names].map((name) => ({ slug: name, name: name.toUpperCase() })),
  }));
const itemsOf = (entries: FeedEntry<Item>[]) =>
  entries.flatMap((entry) => (entry.kind === 'fold' ? entry.items : [entry.item]));
const sketch = (entries: FeedEntry<Item>[]) =>
  entries
    .map((entry) =>
      entry.kind === 'fold' ? `${entry.items.length} more on ${entry.topic.name}` : entry.item.slug,
    )
    .join(', ');

// Few topics, so that runs are long.
const feeds = fc
  .array(fc.constantFrom('a', 'a', 'a', 'b', 'ab', 'ba'), { maxLength: 60 })
  .map((all) => feed(...all));

describe('folding', () => {
  test('a run shows its first three, and folds what comes after', () => {
    expect(sketch(foldFeed(feed('a', 'a', 'a')))).toBe('0-a, 1-a, 2-a');
    expect(sketch(foldFeed(feed('a', 'a', 'a', 'a', 'a', 'b')))).toBe('0-a, 1-a, 2-a, 2 more on A, 5-b');
    expect(sketch(foldFeed(feed('a', 'a', 'a', 'a', 'b', 'b', 'b', 'b', 'a')))).toBe(
      '0-a, 1-a, 2-a, 1 more on A, 4-b, 5-b, 6-b, 1 more on B, 8-a',
    );
  });

  test('what another followed topic brings too ends a run, and is in none', () => {
    expect(sketch(foldFeed(feed('a', 'a', 'ab', 'a', 'a', 'a', 'a')))).toBe(
      '0-a, 1-a, 2-ab, 3-a, 4-a, 5-a, 1 more on A',
    );
    expect(sketch(foldFeed(feed('ab', 'ab', 'ab', 'ab', 'ab')))).not.toContain('more');
  });

  test('T25 nothing is lost, doubled or moved, and a fold holds what its topic alone justifies', () => {
    fc.assert(
      fc.property(feeds, (items) => {
        const entries = foldFeed(items);
        expect(itemsOf(entries)).toEqual(items);
        expect(itemsOf(listEntries(items))).toEqual(items);
        for (const [place, entry] of entries.entries()) {
          if (entry.kind === 'article') continue;
          expect(entry.items.length).toBeGreaterThan(0);
          const shown = entries.slice(place - RUN_SHOWN, place);
          for (const { reasons } of [...itemsOf(shown), ...entry.items])
            expect(reasons).toEqual([entry.topic]);
          expect(shown.every((other) => other.kind === 'article')).toBe(true);
        }
      }),
      { seed: 10, numRuns: 500 },
    );
  });

  test('T25 no run of one topic alone shows more than three in a row', () => {
    fc.assert(
      fc.property(feeds, (items) => {
        let inRow = 0;
        let before = '';
        for (const entry of foldFeed(items)) {
          const only =
            entry.kind === 'article' && entry.item.reasons.length === 1 ? entry.item.reasons[0]?.slug : '';
          inRow = only && only === before ? inRow + 1 : 1;
          before = only ?? '';
          if (only) expect(inRow).toBeLessThanOrEqual(RUN_SHOWN);
        }
      }),
      { seed: 10, numRuns: 500 },
    );
  });

  test('T25 pages loaded one after the other move nothing: what was there stays, and only the last fold grows', () => {
    fc.assert(
      fc.property(feeds, fc.array(fc.nat(60), { maxLength: 5 }), (items, cuts) => {
        for (const cut of cuts) {
          const before = foldFeed(items.slice(0, cut));
          const after = foldFeed(items);
          expect(after.slice(0, Math.max(before.length - 1, 0))).toEqual(before.slice(0, -1));
          const [last, grown] = [before.at(-1), after[before.length - 1]];
          if (last?.kind === 'article') expect(grown).toEqual(last);
          if (last?.kind === 'fold' && grown?.kind === 'fold')
            expect(grown.items.slice(0, last.items.length)).toEqual(last.items);
          expect(grown?.kind).toBe(last?.kind);
        }
      }),
      { seed: 10, numRuns: 500 },
    );
  });
});
