import { SectionHeading } from '@/components/layout/section-heading.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import styles from './insights-figure.module.css';
import { PLOT, type Plot, type PlotPoint } from './insights-plot.ts';
import { formatCount } from './topic-words.ts';

const RADIUS = 6;
/** What a finger needs around a point. */
const REACH = 12;

/**
 * Demand against coverage as a drawing, made on the server and without a script. Each point leads to its
 * topic; the table at `tableId` says the same in figures.
 */
export function InsightsFigure({ plot, days, tableId }: { plot: Plot; days: number; tableId: string }) {
  const { noArticles, underTen, height, top } = PLOT;
  return (
    <figure
      className={styles.figure}
      aria-labelledby="plot-title"
      aria-describedby="plot-note"
      aria-details={tableId}
    >
      <SectionHeading id="plot-title" title="Demand against coverage" />
      <p className={styles.axis}>Followers ↑</p>
      <div className={styles.area}>
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing of links is a group, and no fieldset. */}
        <svg className={styles.plot} width="100%" height={height} role="group" aria-labelledby="plot-title">
          <rect
            className={styles.band}
            x={`${noArticles.x}%`}
            width={`${noArticles.width}%`}
            y={top}
            height={underTen.y - top}
          />
          <rect
            className={styles.band}
            x={`${noArticles.width}%`}
            width={`${100 - noArticles.width}%`}
            y={underTen.y}
            height={underTen.height}
          />
          <Axes plot={plot} />
          {plot.points.map((point) => (
            <Point key={point.topics[0].slug} point={point} tableId={tableId} />
          ))}
        </svg>
      </div>
      <p className={styles.across}>Articles in {days} days →</p>
      <figcaption className={styles.note} id="plot-note">
        Each point is a topic, or several with the same figures, of the 40 most followed and the 40 most
        covered. Shaded at the left: followed and not covered. Shaded at the bottom: covered and not followed.{' '}
        <SiteLink href={`#${tableId}`}>The same as a table</SiteLink>
      </figcaption>
    </figure>
  );
}

function Axes({ plot: { xTicks, yTicks } }: { plot: Plot }) {
  const { underTen, top, noArticles } = PLOT;
  const foot = underTen.y + underTen.height;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of a drawing takes no focus.
    <g className={styles.axes} aria-hidden="true">
      {yTicks.map(({ at, value }) => (
        <g key={value}>
          <line x1="0" x2="100%" y1={at} y2={at} />
          <text x="-8" y={at} dominantBaseline="middle" textAnchor="end">
            {formatCount(value)}
          </text>
        </g>
      ))}
      <text x="-8" y={underTen.y + underTen.height / 2} dominantBaseline="middle" textAnchor="end">
        &lt; 10
      </text>
      <line className={styles.base} x1="0" x2="100%" y1={foot} y2={foot} />
      {xTicks.map(({ at, value }) => (
        <g key={value}>
          <line x1={`${at}%`} x2={`${at}%`} y1={top} y2={foot} />
          <text x={`${at}%`} y={foot + 20} textAnchor="middle">
            {formatCount(value)}
          </text>
        </g>
      ))}
      <text x={`${noArticles.at}%`} y={foot + 20} textAnchor="middle">
        0
      </text>
    </g>
  );
}

function Point({ point, tableId }: { point: PlotPoint; tableId: string }) {
  const { topics, x, y, side, label, description, isLabelled } = point;
  const href = topics.length === 1 ? `/admin/topics/${topics[0].slug}` : `#${tableId}`;
  const isNamed = isLabelled.narrow || isLabelled.wide;
  const isGap = topics[0].followerCount === null || topics[0].articleCount === 0;
  return (
    <a className={styles.point} href={href} aria-label={description} data-gap={isGap || undefined}>
      {isNamed ? null : <title>{description}</title>}
      <circle className={styles.reach} cx={`${x}%`} cy={y} r={REACH} />
      <circle cx={`${x}%`} cy={y} r={RADIUS} />
      {isNamed ? (
        <text
          x={`${x}%`}
          dx={side === 'end' ? RADIUS + 4 : -RADIUS - 4}
          y={y}
          dominantBaseline="middle"
          textAnchor={side === 'end' ? 'start' : 'end'}
          data-narrow={isLabelled.narrow || undefined}
          data-wide={isLabelled.wide || undefined}
        >
          {label}
        </text>
      ) : null}
    </a>
  );
}
