import type { ReactNode } from 'react';
import { SectionHeading } from '@/components/layout/section-heading.tsx';
import { isOfTheDay } from '@/lib/time.ts';
import { ArticleCard, type CardArticle, type CardLink, type CardVariant } from './article-card.tsx';
import { ArticleList, ArticleListItem } from './article-list.tsx';
import styles from './front-page.module.css';

export interface FrontPageProps {
  lead: CardArticle;
  /** Two stories under the lead. */
  seconds: CardArticle[];
  /** The newest others, headlines only: five, as tall as the two seconds. */
  latest: CardArticle[];
  /** Parts in the paper's order, each with one to five stories. */
  sections: { section: CardLink; articles: CardArticle[] }[];
  /**
   * When the page was made, in milliseconds: what was published in the day before says at what time. The page is
   * kept, and that stays true of it however long.
   */
  madeAt: number;
  /** Under the top of the page: what is for its reader alone. */
  own?: ReactNode;
}

type FrontCard = { article: CardArticle; withClock: boolean };

const MAX_PER_SECTION = 5;
type Shape = readonly [first: CardVariant, others: CardVariant];
const SHAPES: Record<number, Shape> & { [MAX_PER_SECTION]: Shape } = {
  1: ['wide', 'wide'],
  2: ['wide', 'wide'],
  3: ['standard', 'brief'],
  4: ['feature', 'row'],
  [MAX_PER_SECTION]: ['feature', 'brief'],
};

/** The front page: a lead across the page, two seconds and the latest under it, then the sections. */
export function FrontPage({ lead, seconds, latest, sections, madeAt, own }: FrontPageProps) {
  const card = (article: CardArticle): FrontCard => ({
    article,
    withClock: isOfTheDay(article.publishedAt, madeAt),
  });
  return (
    <>
      <div className={styles.top}>
        <div className={styles.lead}>
          <ArticleCard {...card(lead)} variant="lead" headingLevel={2} isPriority />
        </div>
        <div className={styles.seconds}>
          {seconds.map((article) => (
            <div key={article.slug} className={styles.cell}>
              <ArticleCard {...card(article)} variant="standard" />
            </div>
          ))}
        </div>
        <section className={`${styles.cell} ${styles.latest}`} aria-labelledby="latest">
          <SectionHeading title="Latest" id="latest" />
          <ArticleList isTight>
            {latest.map((article) => (
              <ArticleListItem key={article.slug}>
                <ArticleCard {...card(article)} variant="compact" hasPhoto={false} />
              </ArticleListItem>
            ))}
          </ArticleList>
        </section>
      </div>
      {own}
      {sections.map(({ section, articles }) => (
        <FrontSection key={section.slug} section={section} cards={articles.map(card)} />
      ))}
    </>
  );
}

/**
 * A section's stories in the shape their number asks for, so that no column ends early: one or two lie, three
 * stand side by side, four or five are a feature with a list or a square of four beside it.
 */
function FrontSection({ section, cards }: { section: CardLink; cards: FrontCard[] }) {
  const [first, ...others] = cards;
  if (!first) return null;
  const count = Math.min(cards.length, MAX_PER_SECTION);
  const [firstVariant, variant] = SHAPES[count] ?? SHAPES[MAX_PER_SECTION];
  return (
    <section className={styles.section} aria-labelledby={`section-${section.slug}`}>
      <SectionHeading title={section.name} href={`/topic/${section.slug}`} id={`section-${section.slug}`} />
      <div className={styles.row} data-count={count}>
        <div className={styles.cell}>
          <ArticleCard {...first} variant={firstVariant} hasSection={false} />
        </div>
        {others.length > 0 ? (
          <div className={styles.others}>
            {others.slice(0, MAX_PER_SECTION - 1).map((card) => (
              <div key={card.article.slug} className={styles.cell}>
                <ArticleCard
                  {...card}
                  variant={variant}
                  hasSection={false}
                  hasDek={count < MAX_PER_SECTION}
                />
              </div>
            ))}
          </div>
        ) : null}
      </div>
    </section>
  );
}
