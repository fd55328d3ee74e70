import { cachedFrontPage } from '@/app/_server/cached.ts';
import { ArticleCard } from '@/components/feed/article-card.tsx';
import { ArticleList, ArticleListItem } from '@/components/feed/article-list.tsx';
import { SectionHeading } from '@/components/layout/section-heading.tsx';
import styles from './search.module.css';

/** How to search, and what is new meanwhile. */
export function SearchHelp() {
  return (
    <>
      <ul className={styles.help}>
        <li>An article has to have all the words, in any form: sanction finds sanctions too.</li>
        <li>Words in “quotation marks” have to stand together.</li>
        <li>Write or between two words when either will do, and a minus before a word to leave it out.</li>
      </ul>
      <NewestArticles />
    </>
  );
}

/** The newest articles, for those who have not found what they wanted. */
export async function NewestArticles() {
  const front = await cachedFrontPage();
  if (!front) return null;
  const newest = [front.lead, ...front.seconds, ...front.latest]
    .toSorted((one, other) => other.publishedAt.localeCompare(one.publishedAt))
    .slice(0, 5);
  return (
    <section aria-labelledby="newest" className={styles.part}>
      <SectionHeading title="Newest articles" id="newest" />
      <ArticleList>
        {newest.map((article) => (
          <ArticleListItem key={article.slug}>
            <ArticleCard article={article} variant="river" />
          </ArticleListItem>
        ))}
      </ArticleList>
    </section>
  );
}
