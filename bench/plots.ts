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
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeMarkup(title)}" font-family="system-ui, sans-serif" font-size="13">`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    `<text x="16" y="24" font-size="15" font-weight="600" fill="#1c2126">${escapeMarkup(title)}</text>`,
    ...series.map(
      (name, i) =>
        `<rect x="${16 + i * 170}" y="34" width="10" height="10" fill="${COLOURS[i % COLOURS.length]}"/><text x="${32 + i * 170}" y="43" fill="#454c54">${escapeMarkup(name)}</text>`,
    ),
  ];
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

function short(value: number): string {
  return value < 10 ? value.toFixed(2) : Math.round(value).toLocaleString('en');
}
