import styles from './wordmark.module.css';

/**
 * The paper's name, drawn. The o of Globe is the globe: a disc in the accent. Give it a
 * size by CSS (`height`); what it links to or labels says "Your Globe" in words.
 */
export function Wordmark() {
  return <span className={styles.wordmark} role="img" aria-label="Your Globe" />;
}
