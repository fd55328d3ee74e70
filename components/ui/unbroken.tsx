import styles from './unbroken.module.css';

/** Longer words may break after their hyphen, or they would not fit a phone. */
const MAX_LENGTH = 14;

/** A headline in which short hyphenated words stay whole: "al-Qaeda" never ends a line in "al-". */
export function Unbroken({ text }: { text: string }) {
  // Text between hyphenated words stays one piece: each piece more is markup more.
  const parts = text.split(/(\S*-\S*)/).filter(Boolean);
  return parts.map((part, index) =>
    part.includes('-') && part.length <= MAX_LENGTH ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places.
      <span key={index} className={styles.whole}>
        {part}
      </span>
    ) : (
      part
    ),
  );
}
