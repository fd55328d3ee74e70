import styles from './feed-pill.module.css';

export interface FeedPillProps {
  count: number;
  onPress?: () => void;
}

/** "3 new stories": floats over the top of a feed when some arrive while it is open. */
export function FeedPill({ count, onPress }: FeedPillProps) {
  if (count <= 0) return null;
  return (
    <div className={styles.place}>
      <button type="button" className={styles.pill} onClick={onPress}>
        {count === 1 ? '1 new story' : `${count > 99 ? '99+' : count} new stories`}
      </button>
    </div>
  );
}
