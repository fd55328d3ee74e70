import { ArrowIcon } from '@/components/ui/icons.tsx';
import styles from './feed-marks.module.css';

/**
 * The line between what is new and what the reader has had already: its arrow points up, to the new. An `li`
 * of an `ArticleList`, placed after the last new article.
 */
export function NewDivider() {
  return (
    <li className={styles.divider}>
      <ArrowIcon size={14} />
      New since your last visit
    </li>
  );
}
