import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import styles from './feed-link.module.css';

/** A quiet link to a page's RSS feed; `name` says whose it is to those who hear it. */
export function FeedLink({ href, name }: { href: string; name: string }) {
  return (
    // Not a page of the site: the router would ask for its data and find none.
    <a className={styles.link} href={href} type="application/rss+xml">
      RSS<VisuallyHidden> feed of {name}</VisuallyHidden>
    </a>
  );
}
