import styles from './skip-link.module.css';

/** First in the tab order of every page. `main` must have `id="main"` and `tabIndex={-1}`. */
export function SkipLink() {
  return (
    <a className={`${styles.link} no-print`} href="#main">
      Skip to main content
    </a>
  );
}
