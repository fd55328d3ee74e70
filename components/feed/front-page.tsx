import { SectionHeading } from '@/components/layout/section-heading.tsx';
import { ArticleCard, type CardArticle, type CardLink } from './article-card.tsx';
import { ArticleList, ArticleListItem } from './article-list.tsx';
import styles from './front-page.module.css';

export interface FrontPageProps {
  lead: CardArticle;
  /** Two stories under the lead. */
  seconds: CardArticle[];
  /** The newest others, headlines only: five or six. */
  latest: CardArticle[];
  /** Parts in the paper's order, each with one to five stories. */
  sections: { section: CardLink; articles: CardArticle[] }[];
}

/** The front page: a lead across the page, two seconds and the latest under it, then the sections. */
export function FrontPage({ lead, seconds, latest, sections }: FrontPageProps) {
  return (
    <>
      <div className={styles.top}>
        <div className={styles.lead}>
          <ArticleCard article={lead} variant="lead" headingLevel={2} isPriority />
        </div>
        <div className={styles.seconds}>
          {seconds.map((article) => (
            <div key={article.slug} className={styles.cell}>
              <ArticleCard article={article} variant="standard" />
            </div>
          ))}
        </div>
        <section className={styles.cell} aria-labelledby="latest">
          <SectionHeading title="Latest" id="latest" />
          <ArticleList isTight>
            {latest.map((article) => (
              <ArticleListItem key={article.slug}>
                <ArticleCard article={article} variant="compact" hasPhoto={false} />
              </ArticleListItem>
            ))}
          </ArticleList>
        </section>
      </div>
      {sections.map(({ section, articles }) => (
        <FrontSection key={section.slug} section={section} articles={articles} />
      ))}
    </>
  );
}

function FrontSection({ section, articles }: { section: CardLink; articles: CardArticle[] }) {
  // Up to three stand side by side; of more, two stand and the rest make a list.
  const standing = articles.slice(0, articles.length > 3 ? 2 : 3);
  const listed = articles.slice(standing.length);
  if (articles.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby={`section-${section.slug}`}>
      <SectionHeading title={section.name} href={`/topic/${section.slug}`} id={`section-${section.slug}`} />
      <div className={styles.row} data-layout={listed.length > 0 ? 'list' : standing.length}>
        {standing.map((article) => (
          <div key={article.slug} className={styles.cell}>
            <ArticleCard article={article} variant="standard" hasSection={false} />
          </div>
        ))}
        {listed.length > 0 ? (
          <div className={styles.cell}>
            <ArticleList isTight>
              {listed.map((article) => (
                <ArticleListItem key={article.slug}>
                  <ArticleCard article={article} variant="compact" hasSection={false} />
                </ArticleListItem>
              ))}
            </ArticleList>
          </div>
        ) : null}
      </div>
    </section>
  );
}
