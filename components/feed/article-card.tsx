import type { ReactNode } from 'react';
import { Photo, type PhotoData, type PhotoRatio } from '@/components/ui/photo.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { Timestamp } from '@/components/ui/timestamp.tsx';
import { Unbroken } from '@/components/ui/unbroken.tsx';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import { classNames } from '@/lib/class-names.ts';
import styles from './article-card.module.css';

export interface CardLink {
  slug: string;
  name: string;
}

/** An article as a card needs it; `ArticleCardDto` and `FeedItemDto` fit. */
export interface CardArticle {
  slug: string;
  headline: string;
  dek: string;
  photo: PhotoData | null;
  authors: CardLink[];
  section: CardLink;
  publishedAt: string;
}

/**
 * `lead` is the front page's first story; `standard` stands in a grid, photo on top; `compact` is a headline
 * with a small photo, for rails; `river` is a row of a list, for feeds and topic pages.
 */
export type CardVariant = 'lead' | 'standard' | 'compact' | 'river';

export interface ArticleCardProps {
  article: CardArticle;
  variant: CardVariant;
  headingLevel?: 2 | 3 | 4;
  /** Followed topics and authors, for "Because you follow Iran, Sanctions". */
  reasons?: CardLink[];
  /** Marks an article the reader has not had in the feed before. */
  isNew?: boolean;
  /** Quietens an article the reader has read. */
  isRead?: boolean;
  /** Save button and the like, at the foot of the card. */
  actions?: ReactNode;
  /** Leaves the photo out where another card beside it carries one. */
  hasPhoto?: boolean;
  /** Shows the section, above the headline or beside the date. Off where the page is about one section. */
  hasSection?: boolean;
  /** Loads the photo at once: for the first card of a page. */
  isPriority?: boolean;
}

const CROPS: Record<CardVariant, { ratio: PhotoRatio; sizes: string }> = {
  lead: { ratio: '3:2', sizes: '(min-width: 80rem) 45rem, (min-width: 64rem) 58vw, 100vw' },
  standard: { ratio: '3:2', sizes: '(min-width: 64rem) 18rem, (min-width: 40rem) 45vw, 100vw' },
  compact: { ratio: '1:1', sizes: '5.5rem' },
  river: { ratio: '3:2', sizes: '(min-width: 48rem) 15rem, 7rem' },
};

/** A story in a list. The headline is the one link to it; the photo belongs to that link. */
export function ArticleCard(props: ArticleCardProps) {
  const { article, variant, headingLevel = 3, isNew = false, isRead = false, hasPhoto = true } = props;
  const Heading = `h${headingLevel}` as const;
  const hasSection = props.hasSection ?? true;
  // A kicker is for the big cards; in lists the section stands among the facts.
  const hasKicker = hasSection && (variant === 'lead' || variant === 'standard');
  const photo = hasPhoto ? article.photo : null;
  return (
    <article
      className={classNames(
        styles.card,
        styles[variant],
        photo ? styles.withPhoto : styles.noPhoto,
        isRead && styles.read,
      )}
    >
      {photo ? (
        <div className={styles.photo}>
          <Photo photo={photo} {...CROPS[variant]} isPriority={props.isPriority ?? false} isDecorative />
        </div>
      ) : null}
      <div className={styles.words}>
        {hasKicker ? <SectionLink section={article.section} className={styles.kicker} /> : null}
        <Heading className={styles.headline}>
          {isNew ? (
            <span className={styles.new}>
              <VisuallyHidden>New: </VisuallyHidden>
            </span>
          ) : null}
          <SiteLink className={styles.link} href={`/article/${article.slug}`}>
            <Unbroken text={article.headline} />
          </SiteLink>
        </Heading>
        {variant === 'compact' ? null : <p className={styles.dek}>{article.dek}</p>}
        <p className={styles.meta}>
          {hasSection && !hasKicker ? (
            <SectionLink section={article.section} className={styles.metaSection} />
          ) : null}
          {variant !== 'compact' && article.authors.length > 0 ? (
            <span className={styles.byline}>{listNames(article.authors)}</span>
          ) : null}
          <Timestamp at={article.publishedAt} className={styles.time} />
          {isRead ? <span>Read</span> : null}
        </p>
        {props.reasons && props.reasons.length > 0 ? <Reasons reasons={props.reasons} /> : null}
        {props.actions ? <div className={styles.actions}>{props.actions}</div> : null}
      </div>
    </article>
  );
}

function SectionLink({ section, className }: { section: CardLink; className: string | undefined }) {
  return (
    <span className={className}>
      <SiteLink className={styles.section} href={`/topic/${section.slug}`}>
        {section.name}
      </SiteLink>
    </span>
  );
}

function Reasons({ reasons }: { reasons: CardLink[] }) {
  return (
    <p className={styles.reasons}>
      Because you follow{' '}
      {reasons.map((reason, index) => (
        <span key={reason.slug}>
          {index > 0 ? ', ' : null}
          <SiteLink className={styles.reason} href={`/topic/${reason.slug}`}>
            {reason.name}
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
