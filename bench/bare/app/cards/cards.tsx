'use client';
import { type ReactNode, useState } from 'react';

export type Link = { slug: string; name: string };
type Card = {
  slug: string;
  headline: string;
  dek: string;
  publishedAt: string;
  section: Link;
  reason: Link;
  isSaved: boolean;
  isRead: boolean;
};

/** A header and a footer with as many links as ours. */
export function Frame({ links, places, children }: { links: Link[]; places: Link[]; children: ReactNode }) {
  return (
    <>
      <header className="header">
        <nav className="sections" aria-label="Sections">
          <Links links={links} />
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="footer">
        <nav className="groups" aria-label="More">
          <Links links={places} />
        </nav>
      </footer>
    </>
  );
}

function Links({ links }: { links: Link[] }) {
  return (
    <ul className="list">
      {links.map((link) => (
        <li key={link.slug}>
          <TopicLink topic={link} className="link" />
        </li>
      ))}
    </ul>
  );
}

function TopicLink({ topic: { slug, name }, className }: { topic: Link; className: string }) {
  return (
    <a className={className} href={`/topic/${slug}`} data-site-link="">
      {name}
    </a>
  );
}

/** Topics above the feed and beside it, each of the latter with a button. */
export function Rail({ topics, children }: { topics: Link[]; children: ReactNode }) {
  return (
    <div className="layout">
      <div className="feed">
        <Links links={topics} />
        {children}
      </div>
      <aside className="aside">
        <h2 className="heading">You follow</h2>
        <ul className="rows">
          {topics.map((topic) => (
            <li key={topic.slug} className="row">
              <div className="words">
                <p className="name">
                  <TopicLink topic={topic} className="link" />
                </p>
              </div>
              <div className="action">
                <Press className="follow" name="topic" value={topic.slug} words="Following">
                  <span className="hidden"> {topic.name}</span>
                </Press>
              </div>
            </li>
          ))}
        </ul>
      </aside>
    </div>
  );
}

export function Cards({ cards }: { cards: Card[] }) {
  return (
    <ul className="list" aria-label="Feed">
      {cards.map(({ slug, headline, dek, publishedAt, section, reason, ...marks }) => (
        <li key={slug} className="item">
          <article className="card river noPhoto">
            <div className="words">
              <h2 className="headline">
                <a className="link" href={`/article/${slug}`} data-site-link="">
                  {headline}
                </a>
              </h2>
              <p className="dek">{dek}</p>
              <p className="facts">
                <span className="section">
                  <TopicLink topic={section} className="link" />
                </span>
                <time dateTime={publishedAt}>31 October 2026</time>
              </p>
              <p className="reasons">
                Because you follow{' '}
                <span>
                  <TopicLink topic={reason} className="link reason" />
                </span>
              </p>
              <div className="actions">
                <form className="form" method="post">
                  <input type="hidden" name="returnTo" value="/following" />
                  <input type="hidden" name="article" value={slug} />
                  <Press
                    className="plain"
                    name="wanted"
                    value="save"
                    words="Save"
                    isPressed={marks.isSaved}
                  />
                  <Press className="plain" name="wanted" value="read" words="Read" isPressed={marks.isRead} />
                </form>
              </div>
            </div>
          </article>
        </li>
      ))}
    </ul>
  );
}

type PressProps = {
  className: string;
  name: string;
  value: string;
  words: string;
  isPressed?: boolean;
  children?: ReactNode;
};

function Press({ className, name, value, words, isPressed: known = true, children }: PressProps) {
  const [isPressed, setPressed] = useState(known);
  return (
    <button
      type="submit"
      className={className}
      name={name}
      value={value}
      aria-label={`${words}: ${value}`}
      aria-pressed={isPressed}
      onClick={() => setPressed(!isPressed)}
    >
      <svg className="icon sixteen" aria-hidden="true" viewBox="0 0 20 20">
        <path d="m4 10.5 4 4 8-9" />
      </svg>
      <span>{words}</span>
      {children}
    </button>
  );
}
