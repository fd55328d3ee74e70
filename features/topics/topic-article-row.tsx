import { SiteLink } from '@/components/ui/site-link.tsx';
import { Timestamp } from '@/components/ui/timestamp.tsx';
import type { TopicArticleDto } from '@/features/articles/article-topics.dto.ts';
import styles from './topic-articles.module.css';
import { STATE_NAMES } from './topic-words.ts';

export interface TopicArticleRowProps {
  article: TopicArticleDto;
  /** Null where it cannot be selected, because it is here for another reason. */
  isSelected: boolean | null;
  onSelect: (isOn: boolean) => void;
}

/** An article of a topic: its headline leads to its topics. */
export function TopicArticleRow({ article, isSelected, onSelect }: TopicArticleRowProps) {
  const { slug, headline, publishedAt, state } = article;
  return (
    <li className={styles.row}>
      {isSelected === null ? (
        <span />
      ) : (
        <label className={styles.check}>
          <input
            type="checkbox"
            aria-label={`Select ${headline}`}
            checked={isSelected}
            onChange={(event) => onSelect(event.currentTarget.checked)}
          />
        </label>
      )}
      <div className={styles.words}>
        <SiteLink className={styles.headline} href={`/admin/articles/${slug}/topics`}>
          {headline}
        </SiteLink>
        <p className={styles.note}>
          <Timestamp at={publishedAt} withClock />
          {state === 'visible' ? null : <strong> {STATE_NAMES[state]}</strong>}
          {sayWhy(article)}
          {state === 'visible' ? (
            <>
              {' · '}
              <SiteLink href={`/article/${slug}`} aria-label={`Read ${headline}`}>
                Read
              </SiteLink>
            </>
          ) : null}
        </p>
      </div>
    </li>
  );
}

/** Why it is here, where that is not because it names the topic. */
function sayWhy({ isSection, isDirect, through }: TopicArticleDto): string | null {
  if (isSection) return ' · filed under it';
  if (isDirect || through.length === 0) return null;
  return ` · through ${through.map((topic) => topic.name).join(', ')}`;
}
