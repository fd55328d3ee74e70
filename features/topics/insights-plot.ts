import { scaleLog } from 'd3-scale';
import type { TopicInsightDto } from './topic-insights.dto.ts';
import { formatArticles, formatReaders } from './topic-words.ts';

/**
 * Where everything of the plot stands: across in hundredths of its width, whatever that is on a screen,
 * and down in pixels, so that letters keep their size. Both axes are logarithmic; what no logarithm has,
 * no articles and under ten followers, has a band of its own at the left and at the bottom. Figures about
 * readers come rounded, so no place tells more than the table (ADR 008).
 */
export const PLOT = {
  height: 400,
  /** Wide enough for a label beside its points, at `at`. */
  noArticles: { x: 0, width: 22, at: 4 },
  underTen: { y: 320, height: 44 },
  top: 12,
} as const;
const X_RANGE = [28, 95];
const Y_RANGE = [PLOT.underTen.y - 24, PLOT.top + 20];
const BAND_Y = PLOT.underTen.y + PLOT.underTen.height / 2;

/** Widths that labels are laid out for: a phone's, and anything from a tablet on. */
const WIDTHS = { narrow: 280, wide: 640 };
const LETTER = 7;
const LINE = 18;
const RADIUS = 6;
const MAX_LETTERS = 26;

export type PlotPoint = {
  /** Topics whose figures are the same, the first named. */
  topics: [TopicInsightDto, ...TopicInsightDto[]];
  x: number;
  y: number;
  label: string;
  /** The side of the point its label is on. */
  side: 'start' | 'end';
  /** At which widths there is room for its label. */
  isLabelled: { narrow: boolean; wide: boolean };
  description: string;
};
type Tick = { at: number; value: number };
export type Plot = { points: PlotPoint[]; xTicks: Tick[]; yTicks: Tick[] };

/** The plot of these topics: a point for each pair of figures, labels where there is room for them. */
export function plotInsights(topics: TopicInsightDto[]): Plot {
  const x = scaleLog([1, Math.max(10, ...topics.map((topic) => topic.articleCount))], X_RANGE);
  const y = scaleLog([10, Math.max(100, ...topics.map((topic) => topic.followerCount ?? 0))], Y_RANGE);
  const places = new Map<string, PlotPoint['topics']>();
  for (const topic of topics) {
    const place = `${topic.articleCount} ${topic.followerCount}`;
    const alike = places.get(place);
    if (alike) alike.push(topic);
    else places.set(place, [topic]);
  }
  const points = [...places.values()].map((group): PlotPoint => {
    const { articleCount, followerCount } = group[0];
    const at = articleCount === 0 ? PLOT.noArticles.at : x(articleCount);
    return {
      topics: group,
      x: at,
      y: followerCount === null ? BAND_Y : y(followerCount),
      label: labelOf(group),
      side: at > 55 ? 'start' : 'end',
      isLabelled: { narrow: false, wide: false },
      description: `${nameOf(group)}: ${formatReaders(followerCount)} followers, ${formatArticles(articleCount)}`,
    };
  });
  for (const width of ['narrow', 'wide'] as const) layLabels(points, width);
  const ticks = (scale: typeof x) => roundOnes(scale.ticks()).map((value) => ({ at: scale(value), value }));
  return { points, xTicks: ticks(x), yTicks: ticks(y) };
}

function labelOf([first, ...others]: PlotPoint['topics']): string {
  const { name } = first;
  const short = name.length > MAX_LETTERS ? `${name.slice(0, MAX_LETTERS - 1).trimEnd()}…` : name;
  return others.length > 0 ? `${short} and ${others.length} more` : short;
}

/** All names; before them the label, if it is another, so that whoever speaks what they see is understood. */
function nameOf(topics: PlotPoint['topics']): string {
  const label = labelOf(topics);
  const names = topics.map((topic) => topic.name).join(', ');
  return label === names ? names : `${label} (${names})`;
}

/** Of the ticks of a logarithmic axis those that are 1, 10, 100 and so on. */
function roundOnes(ticks: number[]): number[] {
  return ticks.filter((tick) => /^10*$/.test(String(tick)));
}

type Box = { left: number; right: number; top: number; bottom: number };

/** Gives labels their room, those with the highest figures first, where they cover neither point nor label. */
function layLabels(points: PlotPoint[], size: keyof typeof WIDTHS): void {
  const width = WIDTHS[size];
  const middle = (point: PlotPoint) => (point.x / 100) * width;
  const dots = points.map((point) => around(middle(point), point.y));
  const labels: Box[] = [];
  const weight = ({ topics: [topic] }: PlotPoint) => (topic.followerCount ?? 0) + topic.articleCount;
  for (const point of points.toSorted((one, other) => weight(other) - weight(one))) {
    const box = labelBox(point, middle(point));
    const own = around(middle(point), point.y);
    // Points that touch its own are covered already, by each other.
    const others = dots.filter((dot) => !overlap(dot, own));
    const isInside = box.left >= 0 && box.right <= width;
    if (!isInside || [...labels, ...others].some((other) => overlap(box, other))) continue;
    point.isLabelled[size] = true;
    labels.push(box);
  }
}

function around(x: number, y: number): Box {
  return { left: x - RADIUS, right: x + RADIUS, top: y - RADIUS, bottom: y + RADIUS };
}

function labelBox({ label, side, y }: PlotPoint, x: number): Box {
  const length = label.length * LETTER + 2 * RADIUS;
  const left = side === 'end' ? x : x - length;
  return { left, right: left + length, top: y - LINE / 2, bottom: y + LINE / 2 };
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
}
