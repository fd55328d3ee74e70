'use client';
import styles from './wordmark.module.css';
import { WORDMARK_LETTERS } from './wordmark-letters.ts';

/** Where the drawing of the masthead is found by the others of its page. */
const DRAWN = 'wordmark';

/**
 * The paper's name, drawn. The o of Globe is the globe: a disc in the accent. Give it a
 * size by CSS (`height`); what it links to or labels says "Your Globe" in words. One that is
 * `repeated` shows the drawing that stands elsewhere on the page.
 *
 * The outline is in a page once: copies stand further apart than compression looks back, and cost 1 kB each. So
 * it is repeated by reference, and this is a view of the browser: of the server's, React's data holds a copy.
 */
export function Wordmark({ repeated = false }: { repeated?: boolean }) {
  return (
    <svg
      className={styles.wordmark}
      viewBox="0 0 2060 308"
      role="img"
      aria-label="Your Globe"
      focusable="false"
    >
      {repeated ? (
        <use href={`#${DRAWN}`} />
      ) : (
        <g id={DRAWN}>
          <path className={styles.letters} d={WORDMARK_LETTERS} />
          <circle className={styles.globe} cx="1504" cy="197" r="102" />
        </g>
      )}
    </svg>
  );
}
