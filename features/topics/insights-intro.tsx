import { Notice } from '@/components/ui/notice.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import styles from './insights.module.css';
import { InsightsFigure } from './insights-figure.tsx';
import { InsightsLists } from './insights-lists.tsx';
import { plotInsights } from './insights-plot.ts';
import type { InsightsDto } from './topic-insights.dto.ts';

const SPANS = [7, 28, 90];

export interface InsightsIntroProps {
  insights: InsightsDto;
  /** The id of the table that has all figures. */
  tableId: string;
  /** The address of the same for another span of days. */
  spanHref: (days: string) => string;
}

/** What stands above the table: the span, the two lists and the plot; or what will be there once there are readers. */
export function InsightsIntro({ insights, tableId, spanHref }: InsightsIntroProps) {
  const { days, hasReaders, plotted } = insights;
  return (
    <>
      <p className={styles.intro}>
        What readers ask for, beside what is published. No figure is about fewer than ten readers: below that
        it is “under 10”, and from ten on it is rounded down to tens (“20+”). Figures are counted once an
        hour.
      </p>
      <nav className={styles.spans} aria-label="Span">
        {SPANS.map((span) => (
          <SiteLink
            key={span}
            href={spanHref(String(span))}
            aria-current={span === days ? 'page' : undefined}
          >
            Last {span} days
          </SiteLink>
        ))}
      </nav>
      {hasReaders ? (
        <>
          <InsightsLists {...insights} />
          <InsightsFigure plot={plotInsights(plotted)} days={days} tableId={tableId} />
        </>
      ) : (
        <Notice title="Not enough readers yet">
          Once ten readers follow a topic, or have read about it, this page shows which topics are followed
          and not covered, which are covered and not followed, and a plot of both. Until then the table below
          has the articles alone.
        </Notice>
      )}
    </>
  );
}
