'use client';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { SiteLink } from '@/components/ui/site-link.tsx';
import type {
  TopicArticleDto,
  TopicArticlesDto,
  TopicArticlesQuery,
} from '@/features/articles/article-topics.dto.ts';
import { topicArticlesQuery } from '@/features/articles/article-topics.queries.ts';
import { AddArticle } from './add-article.tsx';
import { TopicArticleRow } from './topic-article-row.tsx';
import styles from './topic-articles.module.css';
import { TopicArticlesBar } from './topic-articles-bar.tsx';
import type { TopicRef } from './topic-fields.ts';

export interface TopicArticlesProps {
  topic: TopicRef;
  query: TopicArticlesQuery;
  /** The page as the server rendered it. */
  page: TopicArticlesDto;
}

/** The articles of a topic: taken out, moved to another one and added. */
export function TopicArticles({ topic, query, page }: TopicArticlesProps) {
  const { data } = useQuery(topicArticlesQuery(topic.slug, query, page));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLElement>(null);
  const free = data.articles.filter(isFree).map((article) => article.slug);
  // What someone else has taken out meanwhile is chosen no more.
  const selected = free.filter((slug) => chosen.has(slug));
  const toggle = (slug: string, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(slug);
    else next.delete(slug);
    setChosen(next);
  };
  const done = () => {
    setChosen(new Set());
    list.current?.focus();
  };
  return (
    <>
      <section className={styles.list} aria-label={`Articles of ${topic.name}`} ref={list} tabIndex={-1}>
        {data.articles.length === 0 ? (
          <p>
            {query.q ? 'No article here has these words in its headline.' : 'No article is in this topic.'}
          </p>
        ) : null}
        {free.length > 0 ? (
          <label className={styles.all}>
            <input
              type="checkbox"
              checked={selected.length === free.length}
              onChange={(event) => setChosen(new Set(event.currentTarget.checked ? free : []))}
            />
            Select all {free.length} that can be taken out
          </label>
        ) : null}
        <ul className={styles.rows}>
          {data.articles.map((article) => (
            <TopicArticleRow
              key={article.slug}
              article={article}
              isSelected={isFree(article) ? chosen.has(article.slug) : null}
              onSelect={(isOn) => toggle(article.slug, isOn)}
            />
          ))}
        </ul>
        <Paging topic={topic} query={query} nextCursor={data.nextCursor} />
      </section>
      {selected.length > 0 ? (
        <TopicArticlesBar topic={topic} selected={selected} list={list} onDone={done} />
      ) : null}
      <AddArticle topic={topic} />
      <noscript>
        <p className={styles.note}>Adding, moving and removing articles needs JavaScript.</p>
      </noscript>
    </>
  );
}

function Paging(props: { topic: TopicRef; query: TopicArticlesQuery; nextCursor: string | null }) {
  const { topic, query, nextCursor } = props;
  const pageAt = (cursor: string) => {
    const search = new URLSearchParams({ ...(query.q && { q: query.q }), ...(cursor && { cursor }) });
    return `/admin/topics/${topic.slug}/articles?${search}`;
  };
  return (
    <p className={styles.ways}>
      {query.cursor ? <SiteLink href={pageAt('')}>Newest articles</SiteLink> : null}
      {nextCursor ? <SiteLink href={pageAt(nextCursor)}>Older articles</SiteLink> : null}
    </p>
  );
}

/** True for an article that names the topic of its own accord. */
function isFree(article: TopicArticleDto): boolean {
  return article.isDirect && !article.isSection;
}
