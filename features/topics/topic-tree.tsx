'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { sentWithPage } from '@/lib/sent-data.ts';
import { getTopicChildren } from './topic-admin.queries.ts';
import type { TopicTableDto, TopicTableRowDto } from './topic-table.dto.ts';
import styles from './topic-tree.module.css';
import { counted, formatArticles, formatCount, KIND_NAMES } from './topic-words.ts';

/** What stands directly under `parent` (`-`: the top level), page by page; each opens to what is under it. */
export function TopicTree({
  parent,
  label,
  first,
}: {
  parent: string;
  label: string;
  first?: TopicTableDto;
}) {
  const { data, error, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery({
    queryKey: ['admin-topics', 'children', parent],
    queryFn: ({ pageParam, signal }) => getTopicChildren(parent, pageParam, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    ...(first && { initialData: { pages: [first], pageParams: [''] }, ...sentWithPage(first) }),
  });
  return (
    <>
      <ul className={styles.tree} aria-label={label}>
        {data?.pages
          .flatMap((page) => page.topics)
          .map((topic) => (
            <li key={topic.slug}>
              {topic.hasChildren ? <Branch topic={topic} /> : <TopicLine topic={topic} />}
            </li>
          ))}
      </ul>
      <p role="status" className={styles.status}>
        {isFetching && !data ? 'Loading…' : error ? error.message : null}
      </p>
      {hasNextPage ? (
        <Button variant="outline" size="small" onClick={() => void fetchNextPage()}>
          More {label.charAt(0).toLowerCase() + label.slice(1)}
        </Button>
      ) : null}
    </>
  );
}

function Branch({ topic }: { topic: TopicTableRowDto }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>
        <span className={styles.word}>{topic.name}</span>
      </summary>
      <div className={styles.inside}>
        <TopicLine topic={topic} isNamed={false} />
        <SiteLink className={styles.facts} href={`/admin/topics?parent=${topic.slug}`}>
          In the table
        </SiteLink>
        {isOpen ? <TopicTree parent={topic.slug} label={`Topics under ${topic.name}`} /> : null}
      </div>
    </details>
  );
}

function TopicLine({ topic, isNamed = true }: { topic: TopicTableRowDto; isNamed?: boolean }) {
  return (
    <p className={styles.line}>
      <SiteLink href={`/admin/topics/${topic.slug}`}>{isNamed ? topic.name : `Edit ${topic.name}`}</SiteLink>
      <span className={styles.facts}>
        {KIND_NAMES[topic.kind]}
        {topic.isRetired ? ', retired' : ''} · {counted(topic.followerCount, 'follower', 'followers')} (
        {formatCount(topic.newFollowerCount)} new) · {formatArticles(topic.articleCount)}
      </span>
    </p>
  );
}
