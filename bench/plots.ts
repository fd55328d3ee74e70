import { scaleLinear } from 'd3-scale';
import { escapeMarkup } from '@/lib/xml.ts';

/** Bars in groups, as an SVG of its own that reads in light and in dark. */
export type BarPlot = {
  title: string;
  unit: string;
  series: string[];
  groups: { label: string; values: number[] }[];
  /** A line across: what must not be passed (or, where more is better, reached). */
  limit?: { at: number; label: string };
};

const WIDTH = 720;
const LEFT = 150;
const BAR = 14;
const GAP = 14;
const TOP = 58;
const COLOURS = ['#2f6f8f', '#c9822b', '#7a7f87'];

export function drawBars({ title, unit, series, groups, limit }: BarPlot): string {
  const largest = Math.max(limit?.at ?? 0, ...groups.flatMap((group) => group.values));
  const x = scaleLinear([0, largest], [0, WIDTH - LEFT - 90]).nice();
  const groupHeight = BAR * series.length + GAP;
  const height = TOP + groups.length * groupHeight + 34;
  const parts = head(title, height, series);
  groups.forEach(({ label, values }, g) => {
    const y = TOP + g * groupHeight;
    parts.push(
      `<text x="${LEFT - 10}" y="${y + (BAR * values.length) / 2 + 4}" text-anchor="end" fill="#1c2126">${escapeMarkup(label)}</text>`,
    );
    values.forEach((value, i) => {
      const width = Math.max(1, x(value));
      parts.push(
        `<rect x="${LEFT}" y="${y + i * BAR}" width="${width.toFixed(1)}" height="${BAR - 2}" fill="${COLOURS[i % COLOURS.length]}"/>`,
        `<text x="${(LEFT + width + 6).toFixed(1)}" y="${y + i * BAR + 10}" font-size="11" fill="#454c54">${short(value)} ${escapeMarkup(unit)}</text>`,
      );
    });
  });
  if (limit) {
    const at = (LEFT + x(limit.at)).toFixed(1);
    parts.push(
      `<line x1="${at}" x2="${at}" y1="${TOP - 6}" y2="${height - 26}" stroke="#b3261e" stroke-dasharray="4 3"/>`,
      `<text x="${at}" y="${height - 10}" text-anchor="middle" font-size="11" fill="#b3261e">${escapeMarkup(limit.label)}</text>`,
    );
  }
  return `${[...parts, '</svg>'].join('\n')}\n`;
}

/** Lines over time, as an SVG of its own. */
export type LinePlot = {
  title: string;
  unit: string;
  timeUnit: string;
  series: { name: string; points: [time: number, value: number][] }[];
  /** What must not be passed. */
  limit?: { at: number; label: string };
};

const HEIGHT = 320;
const MARGIN = { left: 60, right: 24, bottom: 44 };

export function drawLines({ title, unit, timeUnit, series, limit }: LinePlot): string {
  const points = series.flatMap((line) => line.points);
  const x = scaleLinear(
    [0, Math.max(1, ...points.map(([time]) => time))],
    [MARGIN.left, WIDTH - MARGIN.right],
  );
  const y = scaleLinear(
    [0, Math.max(1, limit?.at ?? 0, ...points.map(([, value]) => value))],
    [HEIGHT - MARGIN.bottom, TOP + 6],
  ).nice();
  const at = (value: number) => value.toFixed(1);
  const parts = [
    ...head(
      title,
      HEIGHT,
      series.map(({ name }) => name),
    ),
    ...y
      .ticks(5)
      .map(
        (value) =>
          `<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${at(y(value))}" y2="${at(y(value))}" stroke="#e3e5e8"/><text x="${MARGIN.left - 8}" y="${at(y(value) + 4)}" text-anchor="end" font-size="11" fill="#454c54">${value.toLocaleString('en')} ${escapeMarkup(unit)}</text>`,
      ),
    ...x
      .ticks(10)
      .map(
        (value) =>
          `<text x="${at(x(value))}" y="${HEIGHT - MARGIN.bottom + 18}" text-anchor="middle" font-size="11" fill="#454c54">${value.toLocaleString('en')}</text>`,
      ),
    `<text x="${WIDTH - MARGIN.right}" y="${HEIGHT - 8}" text-anchor="end" font-size="11" fill="#454c54">${escapeMarkup(timeUnit)}</text>`,
    ...series.map(
      ({ points: line }, i) =>
        `<polyline fill="none" stroke="${COLOURS[i % COLOURS.length]}" stroke-width="2" points="${line.map(([time, value]) => `${at(x(time))},${at(y(value))}`).join(' ')}"/>`,
    ),
  ];
  if (limit) {
    const height = at(y(limit.at));
    parts.push(
      `<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${height}" y2="${height}" stroke="#b3261e" stroke-dasharray="4 3"/>`,
      `<text x="${WIDTH - MARGIN.right}" y="${at(y(limit.at) - 5)}" text-anchor="end" font-size="11" fill="#b3261e">${escapeMarkup(limit.label)}</text>`,
    );
  }
  return `${[...parts, '</svg>'].join('\n')}\n`;
}

/** The ground, the title, and a mark for each series. */
function head(title: string, height: number, series: string[]): string[] {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeMarkup(title)}" font-family="system-ui, sans-serif" font-size="13">`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    `<text x="16" y="24" font-size="15" font-weight="600" fill="#1c2126">${escapeMarkup(title)}</text>`,
    ...series.map(
      (name, i) =>
        `<rect x="${16 + i * 170}" y="34" width="10" height="10" fill="${COLOURS[i % COLOURS.length]}"/><text x="${32 + i * 170}" y="43" fill="#454c54">${escapeMarkup(name)}</text>`,
    ),
  ];
}

function short(value: number): string {
  return value < 10 ? value.toFixed(2) : Math.round(value).toLocaleString('en');
}
