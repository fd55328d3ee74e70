import { SectionHeading } from '@/components/layout/section-heading.tsx';
import { formatDate } from '@/lib/time.ts';
import styles from './coverage-chart.module.css';

export interface CoverageChartProps {
  /** In order; `startsOn` is a Monday, `YYYY-MM-DD`. */
  weeks: { startsOn: string; count: number }[];
  total: number;
  /** The figures are the least there are. */
  isAtLeast: boolean;
}

const BAR = 8;
const STEP = 10;
const HEIGHT = 72;
/** A single article beside a busy week still has to be seen. */
const MIN_BAR = 3;
const DAY_MS = 86_400_000;

/** How much was published in each week of a year: a drawing for the eye, and the same in a sentence. */
export function CoverageChart({ weeks, total, isAtLeast }: CoverageChartProps) {
  const [first] = weeks;
  const last = weeks.at(-1);
  if (!first || !last) return null;
  const width = weeks.length * STEP - (STEP - BAR);
  return (
    <section className={styles.coverage} aria-labelledby="coverage">
      <SectionHeading title="A year of articles" id="coverage" />
      <svg
        className={styles.chart}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        <path d={barsOf(weeks)} />
      </svg>
      <p className={styles.ends} aria-hidden="true">
        <span>{formatDate(first.startsOn)}</span>
        <span>{formatDate(lastDayOf(last.startsOn))}</span>
      </p>
      <p className={styles.words}>{sentenceOf(weeks, total, isAtLeast)}</p>
    </section>
  );
}

/** "34 articles from 20 January 2020 to 17 January 2021, most in the week of 11 January 2021: 5." */
export function sentenceOf(weeks: CoverageChartProps['weeks'], total: number, isAtLeast: boolean): string {
  const [first] = weeks;
  const last = weeks.at(-1);
  if (!first || !last) return '';
  const most = weeks.reduce((a, b) => (b.count > a.count ? b : a));
  const about = isAtLeast ? 'At least ' : '';
  const span = `from ${formatDate(first.startsOn)} to ${formatDate(lastDayOf(last.startsOn))}`;
  const isTied = weeks.some((week) => week !== most && week.count === most.count);
  const peak = isTied
    ? `at most ${number(most.count)} in a week`
    : `most in the week of ${formatDate(most.startsOn)}: ${number(most.count)}`;
  return `${about}${number(total)} articles ${span}, ${isAtLeast ? 'in some weeks a thousand or more' : peak}.`;
}

/** All bars as one path: an element each would weigh as much as the list of articles. */
function barsOf(weeks: CoverageChartProps['weeks']): string {
  const most = Math.max(1, ...weeks.map((week) => week.count));
  return weeks
    .flatMap(({ count }, index) => {
      if (count === 0) return [];
      const height = Math.max(MIN_BAR, Math.round((count / most) * HEIGHT));
      return `M${index * STEP} ${HEIGHT}v-${height}h${BAR}v${height}z`;
    })
    .join('');
}

function lastDayOf(startsOn: string): string {
  return new Date(Date.parse(startsOn) + 6 * DAY_MS).toISOString();
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
