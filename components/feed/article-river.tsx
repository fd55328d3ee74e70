import { buttonClass } from '@/components/ui/button.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { ArticleCard, type CardArticle } from './article-card.tsx';
import { ArticleList, ArticleListItem } from './article-list.tsx';
import styles from './article-river.module.css';

export interface ArticleRiverProps {
  articles: CardArticle[];
  /** Names the list for screen readers. */
  label: string;
  /** Where older articles are; without it this is the end. */
  olderHref: string | null;
  hasSection?: boolean;
}

/** A page's worth of articles, newest first, and the way to older ones. */
export function ArticleRiver({ articles, label, olderHref, hasSection = true }: ArticleRiverProps) {
  return (
    <>
      <ArticleList label={label}>
        {articles.map((article, index) => (
          <ArticleListItem key={article.slug}>
            <ArticleCard
              article={article}
              variant="river"
              headingLevel={2}
              hasSection={hasSection}
              isPriority={index === 0}
            />
          </ArticleListItem>
        ))}
      </ArticleList>
      {olderHref ? (
        <p className={styles.older}>
          <SiteLink className={buttonClass('outline')} href={olderHref}>
            Older articles
          </SiteLink>
        </p>
      ) : null}
    </>
  );
}
