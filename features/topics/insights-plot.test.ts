import { describe, expect, it } from 'vitest';
import { PLOT, plotInsights } from './insights-plot.ts';
import type { TopicInsightDto } from './topic-insights.dto.ts';

function topic(
  name: string,
  followerCount: number | null,
  articleCount: number,
  readerCount: number | null = null,
): TopicInsightDto {
  const slug = name.toLowerCase().replaceAll(' ', '-');
  return { slug, name, kind: 'topic', followerCount, newFollowerCount: null, readerCount, articleCount };
}
const pointOf = (name: string, topics: TopicInsightDto[]) => {
  const point = plotInsights(topics).points.find(({ topics: [first] }) => first.name === name);
  if (!point) throw new Error(`No point of ${name}.`);
  return point;
};

describe('the plot of demand against coverage', () => {
  const topics = [topic('Iran', 1_000, 100), topic('Mars', 10, 10), topic('Oil', 100, 1)];

  it('has more articles further right and more followers further up, by powers of ten', () => {
    const [iran, mars, oil] = ['Iran', 'Mars', 'Oil'].map((name) => pointOf(name, topics));
    expect(oil?.x).toBeLessThan(mars?.x ?? 0);
    expect((mars?.x ?? 0) - (oil?.x ?? 0)).toBeCloseTo((iran?.x ?? 0) - (mars?.x ?? 0));
    expect(iran?.y).toBeLessThan(oil?.y ?? 0);
    expect((oil?.y ?? 0) - (iran?.y ?? 0)).toBeCloseTo((mars?.y ?? 0) - (oil?.y ?? 0));
    const { xTicks, yTicks } = plotInsights(topics);
    expect(xTicks.map((tick) => tick.value)).toEqual([1, 10, 100]);
    expect(yTicks.map((tick) => tick.value)).toEqual([10, 100, 1_000]);
  });

  it('has bands of their own for no articles and for under ten followers', () => {
    const all = [...topics, topic('Chess', 50, 0), topic('Opera', null, 7)];
    const chess = pointOf('Chess', all);
    const opera = pointOf('Opera', all);
    expect(chess.x).toBeLessThan(PLOT.noArticles.width);
    expect(chess.y).toBeLessThan(PLOT.underTen.y);
    expect(opera.y).toBeGreaterThan(PLOT.underTen.y);
    expect(opera.x).toBeGreaterThan(PLOT.noArticles.width);
    for (const { topics: of, x, y } of plotInsights(all).points) {
      expect(y > PLOT.underTen.y).toBe(of[0].followerCount === null);
      expect(x < PLOT.noArticles.width).toBe(of[0].articleCount === 0);
    }
  });

  it('has one point for topics with the same figures, named by all of them', () => {
    const point = pointOf('Iran', [...topics, topic('Syria', 1_000, 100), topic('Yemen', 1_000, 100)]);
    expect(point.label).toBe('Iran and 2 more');
    expect(point.description).toBe('Iran and 2 more (Iran, Syria, Yemen): 1,000+ followers, 100 articles');
  });

  it('labels what has room, the highest figures first, and nothing outside of it', () => {
    const crowd = Array.from({ length: 9 }, (_, n) => topic(`Crowded topic ${n}`, 1_000 + 10 * n, 100));
    const { points } = plotInsights(crowd);
    const labelled = points.filter((point) => point.isLabelled.wide);
    expect(labelled.length).toBeGreaterThan(0);
    expect(labelled.length).toBeLessThan(9);
    const name = 'A name far too long to be read as the label of one point among many';
    expect(pointOf(name, [topic(name, 10, 1)]).label.length).toBeLessThanOrEqual(26);
    const alone = pointOf('Iran', topics);
    expect(alone.isLabelled).toEqual({ narrow: true, wide: true });
    expect(alone.side).toBe('start');
  });

  it('is empty without topics, with axes all the same', () => {
    expect(plotInsights([])).toMatchObject({ points: [], xTicks: [{}, {}], yTicks: [{}, {}] });
  });
});
