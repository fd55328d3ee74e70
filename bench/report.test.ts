import { parseXml, XmlElement } from '@rgrove/parse-xml';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { middleTimes, summarise, timeEach } from './figures.ts';
import { drawBars, drawLines } from './plots.ts';
import { writeReport } from './report.ts';
import { quickBudget, shareOfBoth } from './sections.ts';
import { slopeOf } from './slope.ts';

describe('the figures of measurements', () => {
  test('are the middle and the slowest hundredth', () => {
    const times = Array.from({ length: 200 }, (_, n) => 200 - n);
    expect(summarise(times)).toEqual({ p50: 101, p99: 199, count: 200 });
    expect(summarise([])).toEqual({ p50: 0, p99: 0, count: 0 });
  });

  test('are those of the middle round, where there are several', () => {
    const rounds = [9, 1, 3].map((p99) => ({ p50: 1, p99, count: 2 }));
    expect(middleTimes(rounds)).toBe(rounds[2]);
    expect(middleTimes([])).toEqual({ p50: 0, p99: 0, count: 0 });
  });

  test('leave out what warms up', async () => {
    const turns: number[] = [];
    const times = await timeEach(3, 2, async (turn) => turns.push(turn));
    expect(turns).toEqual([0, 1, 2, 3, 4]);
    expect(times.count).toBe(3);
  });

  test('hold the article page against a bare page only where that one blocks for long (ADR 016)', () => {
    const budget = { performance: 97, lcp: 2_000, tbt: 100, cls: 0.02 };
    expect(quickBudget({ performance: 99, tbt: 100 })).toEqual(budget);
    expect(quickBudget(null)).toEqual(budget);
    expect(quickBudget({ performance: 94, tbt: 300 })).toMatchObject({
      performance: 91,
      lcp: 2_500,
      cls: 0.02,
    });
    expect(quickBudget({ performance: 94, tbt: 300 }).tbt).toBeCloseTo(330);
  });

  test('hold Following against as much HTML and its feed, one after the other (ADR 022)', () => {
    const load = (perSecond: number) => ({ perSecond, p50: 1, p99: 2 });
    // 200 and 800 a second are 160 of both; 80 is half of that, whatever the hour between the two is like.
    expect(shareOfBoth({ ours: load(80), rival: load(200) }, { ours: load(80), rival: load(800) })).toBe(0.5);
    expect(shareOfBoth({ ours: load(80), rival: load(200) }, { ours: load(40), rival: load(400) })).toBe(0.5);
  });

  test('say in the report what is met and what is missed', () => {
    const rows = [
      { what: 'quick', ours: '1 ms', budget: '3 ms', isMet: true },
      { what: 'slow', ours: '4 ms', budget: '3 ms', isMet: false },
      { what: 'other', ours: '5 ms', isMet: null },
    ];
    const report = writeReport([{ title: 'Part', note: 'A note.', rows }], 'Conditions.');
    expect(report).toContain('| quick | 1 ms |  | 3 ms | met |');
    expect(report).toContain('| slow | 4 ms |  | 3 ms | **missed** |');
    expect(report).toContain('| other | 5 ms |  |  |  |');
    expect(report.startsWith('Conditions.\n\n## Part')).toBe(true);
  });

  test('are drawn as sound XML whatever they are called, with a bar for each', () => {
    const group = fc.record({
      label: fc.string(),
      values: fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 6 }), (groups) => {
        const svg = drawBars({ title: 'A & B', unit: 'ms', series: ['ours', 'theirs'], groups });
        const parts = parseXml(svg).root?.children.filter((part) => part instanceof XmlElement) ?? [];
        const bars = parts.filter(({ name }) => name === 'rect').length;
        // The ground, a mark for each series, and the bars.
        expect(bars).toBe(1 + 2 + groups.length * 2);
      }),
      { numRuns: 50 },
    );
  });

  test('tell growth from noise by a line through them', () => {
    const line = (growth: number, noise: number) =>
      Array.from({ length: 30 }, (_, n): [number, number] => [
        n / 6,
        100 + (growth * n) / 6 + (n % 2 ? noise : -noise),
      ]);
    expect(slopeOf(line(2, 0)).perMinute).toBeCloseTo(2);
    expect(slopeOf(line(2, 0)).uncertainty).toBeCloseTo(0);
    const noisy = slopeOf(line(0, 5));
    expect(Math.abs(noisy.perMinute)).toBeLessThan(2 * noisy.uncertainty);
    expect(slopeOf([[0, 1]])).toEqual({ perMinute: 0, uncertainty: 0 });
  });

  test('are drawn over time, a line for each', () => {
    const points: [number, number][] = [
      [0, 100],
      [5, 300],
    ];
    const series = ['resident', 'heap & more'].map((name) => ({ name, points }));
    const limit = { at: 450, label: 'budget: 450 MB' };
    const svg = drawLines({ title: 'Memory', unit: 'MB', timeUnit: 'minutes', series, limit });
    const parts = parseXml(svg).root?.children.filter((part) => part instanceof XmlElement) ?? [];
    const lines = parts.filter(({ name }) => name === 'polyline');
    expect(lines).toHaveLength(2);
    const [first = '', last = ''] = (lines[0]?.attributes.points ?? '').split(' ');
    // More is higher, and what must not be passed is higher still.
    expect(Number(last.split(',')[1])).toBeLessThan(Number(first.split(',')[1]));
    expect(svg).toContain('budget: 450 MB');
  });
});
