import type { FoundArticleDto } from './article-topics.dto.ts';

/** What became of an article, for its editors. */
export function stateOf(article: {
  isVisible: boolean;
  isWithdrawn?: boolean;
  withdrawnAt?: Date | null;
}): FoundArticleDto['state'] {
  if (article.isVisible) return 'visible';
  return article.isWithdrawn || article.withdrawnAt ? 'withdrawn' : 'scheduled';
}
