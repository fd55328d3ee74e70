import type { ReactNode } from 'react';
import { Photo, type PhotoRatio, type PhotoShape } from '@/components/ui/photo.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { Unbroken } from '@/components/ui/unbroken.tsx';
import { classNames } from '@/lib/class-names.ts';
import styles from './article-card.module.css';
import { CardFacts, type CardLink, CardReasons, CardSection, NewMark } from './card-facts.tsx';

export type { CardLink };

/** An article as a card needs it; `ArticleCardDto` and `FeedItemDto` fit. */
export interface CardArticle {
  slug: string;
  headline: string;
  dek: string;
  photo: PhotoShape | null;
  authors: CardLink[];
  section: CardLink;
  publishedAt: string;
}

/**
 * Where a card stands, hence its shape:
 * - `lead` the front page's first story; its photo beside the words on wide pages
 * - `feature` the first of several in a section; its photo grows to the height of what stands beside it
 * - `wide` one of two in a section: photo on top, beside the words on wide pages
 * - `standard` in a grid, photo on top
 * - `brief` in a grid, as `standard` is; on phones a headline with a small photo beside it
 * - `row` in a list beside a feature: a headline with a small photo everywhere
 * - `compact` a headline with the smallest photo, for rails
 * - `river` a row of a long list, for feeds and topic pages
 */
export type CardVariant = 'lead' | 'feature' | 'wide' | 'standard' | 'brief' | 'row' | 'compact' | 'river';

export interface ArticleCardProps {
  article: CardArticle;
  variant: CardVariant;
  headingLevel?: 2 | 3 | 4;
  /** Followed topics and authors, for "Because you follow Iran, Sanctions". */
  reasons?: CardLink[];
  /** In place of the line of reasons: what tells them and lets the reader act on them. */
  why?: ReactNode;
  /** In place of the headline's and the dek's plain text: the same words with some of them marked. */
  marked?: { headline: ReactNode; dek: ReactNode };
  /** Marks an article the reader has not had in the feed before. */
  isNew?: boolean;
  /** Quietens an article the reader has read. */
  isRead?: boolean;
  /** Says the clock time of publication, not the date alone. */
  withClock?: boolean;
  /** Says that it was changed after the reader read it, and lets it stand as loud as the others. */
  changedSinceRead?: boolean;
  /** One more fact, after the date: when it was saved. */
  note?: ReactNode;
  /** Save button and the like, at the foot of the card. */
  actions?: ReactNode;
  /** Leaves the photo out where another card beside it carries one. */
  hasPhoto?: boolean;
  /** Leaves the dek out under a photo, where there is no room for both. */
  hasDek?: boolean;
  /** Shows the section, above the headline or beside the date. Off where the page is about one section. */
  hasSection?: boolean;
  /** Loads the photo at once: for the first card of a page. */
  isPriority?: boolean;
}

const GRID_SIZES = '(min-width: 80rem) 24rem, (min-width: 48rem) 30vw';
const CROPS: Record<CardVariant, { ratio: PhotoRatio; sizes: string }> = {
  lead: { ratio: '3:2', sizes: '(min-width: 80rem) 45rem, (min-width: 64rem) 58vw, 100vw' },
  feature: { ratio: '3:2', sizes: '(min-width: 80rem) 37rem, (min-width: 48rem) 46vw, 100vw' },
  wide: { ratio: '3:2', sizes: '(min-width: 64rem) 22rem, (min-width: 48rem) 46vw, 100vw' },
  standard: { ratio: '3:2', sizes: `${GRID_SIZES}, 100vw` },
  brief: { ratio: '3:2', sizes: `${GRID_SIZES}, 7rem` },
  row: { ratio: '3:2', sizes: '(min-width: 64rem) 11rem, 7rem' },
  compact: { ratio: '1:1', sizes: '5.5rem' },
  river: { ratio: '3:2', sizes: '(min-width: 48rem) 15rem, 7rem' },
};
/** Shapes that carry the section above the headline. */
const HAS_KICKER: CardVariant[] = ['lead', 'feature', 'wide', 'standard', 'brief'];

/** A story in a list. The headline is the one link to it; the photo belongs to that link. */
export function ArticleCard(props: ArticleCardProps) {
  const { article, variant, headingLevel = 3, isNew = false, isRead = false, hasPhoto = true } = props;
  const Heading = `h${headingLevel}` as const;
  const hasSection = props.hasSection ?? true;
  // A kicker is for cards that stand; in lists the section stands among the facts.
  const hasKicker = hasSection && HAS_KICKER.includes(variant);
  const photo = hasPhoto ? article.photo : null;
  const changedSinceRead = props.changedSinceRead ?? false;
  // Without a photo there is always room for it.
  const hasDek = variant !== 'compact' && (props.hasDek !== false || !photo);
  return (
    <article
      className={classNames(
        styles.card,
        styles[variant],
        photo ? styles.withPhoto : styles.noPhoto,
        isRead && !changedSinceRead && styles.read,
      )}
    >
      {photo ? (
        <div className={styles.photo}>
          <Photo photo={photo} alt="" {...CROPS[variant]} isPriority={props.isPriority ?? false} />
        </div>
      ) : null}
      <div className={styles.words}>
        {hasKicker ? <CardSection section={article.section} className={styles.kicker} /> : null}
        <Heading className={styles.headline}>
          {isNew ? <NewMark /> : null}
          <SiteLink className={styles.link} href={`/article/${article.slug}`}>
            {props.marked?.headline ?? <Unbroken text={article.headline} />}
          </SiteLink>
        </Heading>
        {hasDek ? <p className={styles.dek}>{props.marked?.dek ?? article.dek}</p> : null}
        <CardFacts
          section={hasSection && !hasKicker ? article.section : null}
          authors={variant === 'compact' ? [] : article.authors}
          publishedAt={article.publishedAt}
          withClock={props.withClock ?? false}
          isRead={isRead}
          changedSinceRead={changedSinceRead}
          note={props.note}
          className={styles.facts}
        />
        {props.why ?? <CardReasons reasons={props.reasons ?? []} authors={article.authors} />}
        {props.actions ? <div className={styles.actions}>{props.actions}</div> : null}
      </div>
    </article>
  );
}
