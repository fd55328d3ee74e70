import { SiteLink } from '@/components/ui/site-link.tsx';
import { Timestamp } from '@/components/ui/timestamp.tsx';
import { Unbroken } from '@/components/ui/unbroken.tsx';
import { formatUpdate } from '@/lib/time.ts';
import styles from './article-header.module.css';

interface NamedLink {
  slug: string;
  name: string;
}

export interface ArticleHeaderProps {
  headline: string;
  dek: string;
  section: NamedLink;
  authors: NamedLink[];
  agency: string | null;
  dateline: string | null;
  publishedAt: string;
  updatedAt: string | null;
  readingMinutes?: number;
}

/** Headline, dek, byline, place and times of an article: its `h1`. */
export function ArticleHeader(props: ArticleHeaderProps) {
  return (
    <header className={styles.header}>
      <p className={styles.kicker}>
        <SiteLink href={`/topic/${props.section.slug}`}>{props.section.name}</SiteLink>
      </p>
      <h1 className={styles.headline}>
        <Unbroken text={props.headline} />
      </h1>
      <p className={styles.dek}>{props.dek}</p>
      <div className={styles.facts}>
        <Byline authors={props.authors} agency={props.agency} />
        <p className={styles.times}>
          {props.dateline ? <span className={styles.place}>{props.dateline}</span> : null}
          <span>
            Published <Timestamp at={props.publishedAt} withClock />
          </span>
          <UpdateTime publishedAt={props.publishedAt} updatedAt={props.updatedAt} />
          {props.readingMinutes ? <span>{props.readingMinutes} min read</span> : null}
        </p>
      </div>
    </header>
  );
}

function UpdateTime({ publishedAt, updatedAt }: { publishedAt: string; updatedAt: string | null }) {
  const update = formatUpdate(publishedAt, updatedAt);
  if (update === null || updatedAt === null) return null;
  return (
    <span>
      Updated <time dateTime={updatedAt}>{update}</time>
    </span>
  );
}

function Byline({ authors, agency }: { authors: NamedLink[]; agency: string | null }) {
  if (authors.length === 0 && !agency) return null;
  return (
    <p className={styles.byline}>
      {authors.length > 0 ? 'By ' : null}
      {authors.map((author, index) => (
        <span key={author.slug}>
          {index === 0 ? null : index === authors.length - 1 ? ' and ' : ', '}
          <SiteLink href={`/author/${author.slug}`} rel="author">
            {author.name}
          </SiteLink>
        </span>
      ))}
      {agency ? <span className={styles.agency}>{agency}</span> : null}
    </p>
  );
}
