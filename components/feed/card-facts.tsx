import type { ReactNode } from 'react';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { Timestamp } from '@/components/ui/timestamp.tsx';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import { classNames } from '@/lib/class-names.ts';
import styles from './card-facts.module.css';

export interface CardLink {
  slug: string;
  name: string;
}

/** The globe of the wordmark before a headline: new to this reader. */
export function NewMark() {
  return (
    <span className={styles.new}>
      <VisuallyHidden>New: </VisuallyHidden>
    </span>
  );
}

/** A card's section, as a link above the card's own. */
export function CardSection({ section, className }: { section: CardLink; className: string | undefined }) {
  return (
    <span className={className}>
      <SiteLink className={styles.link} href={`/topic/${section.slug}`}>
        {section.name}
      </SiteLink>
    </span>
  );
}

export interface CardFactsProps {
  section: CardLink | null;
  authors: CardLink[];
  publishedAt: string;
  withClock: boolean;
  isRead: boolean;
  changedSinceRead: boolean;
  note?: ReactNode;
  className: string | undefined;
}

/** One line of facts: section, byline, date, and whether it was read, or changed since. */
export function CardFacts(props: CardFactsProps) {
  const { section, authors, isRead, changedSinceRead, note, className } = props;
  return (
    <p className={classNames(styles.facts, className)}>
      {section ? <CardSection section={section} className={styles.section} /> : null}
      {authors.length > 0 ? (
        <span className={classNames(styles.byline, isRead && styles.quiet)}>{listNames(authors)}</span>
      ) : null}
      <Timestamp at={props.publishedAt} withClock={props.withClock} />
      {note ? <span>{note}</span> : null}
      {changedSinceRead ? (
        <span className={styles.changed}>Changed since you read it</span>
      ) : isRead ? (
        <span>Read</span>
      ) : null}
    </p>
  );
}

/** "Because you follow Iran, Sanctions": each reason a link, authors to their own page. Nothing without reasons. */
export function CardReasons({ reasons, authors }: { reasons: CardLink[]; authors: CardLink[] }) {
  if (reasons.length === 0) return null;
  const isAuthor = (slug: string) => authors.some((author) => author.slug === slug);
  return (
    <p className={styles.reasons}>
      Because you follow{' '}
      {reasons.map(({ slug, name }, index) => (
        <span key={slug}>
          {index > 0 ? ', ' : null}
          <SiteLink
            className={classNames(styles.link, styles.reason)}
            href={isAuthor(slug) ? `/author/${slug}` : `/topic/${slug}`}
          >
            {name}
          </SiteLink>
        </span>
      ))}
    </p>
  );
}

/** "Nora Lindqvist and Tomás Okafor". */
function listNames(authors: CardLink[]): string {
  const names = authors.map((author) => author.name);
  const last = names.pop();
  return names.length > 0 ? `${names.join(', ')} and ${last}` : (last ?? '');
}
