import { ArticleCard } from '@/components/feed/article-card.tsx';
import { ArticleList, ArticleListItem } from '@/components/feed/article-list.tsx';
import { MarkedText } from './marked-text.tsx';
import type { SearchHitDto } from './search.dto.ts';

/** The articles that were found, with the words that were searched for marked. */
export function SearchHits({ hits, label }: { hits: SearchHitDto[]; label: string }) {
  return (
    <ArticleList label={label}>
      {hits.map(({ article, headline, dek, excerpt }, index) => (
        <ArticleListItem key={article.slug}>
          <ArticleCard
            article={article}
            variant="river"
            headingLevel={2}
            isPriority={index === 0}
            marked={{
              headline: <MarkedText parts={headline} />,
              dek: <MarkedText parts={excerpt ?? dek} />,
            }}
          />
        </ArticleListItem>
      ))}
    </ArticleList>
  );
}
