'use client';
import { useEffect, useRef, useState } from 'react';
import { EmptyState } from '@/components/feed/empty-state.tsx';
import { TopicRow, TopicRows } from '@/components/feed/topic-row.tsx';
import { SectionHeading } from '@/components/layout/section-heading.tsx';
import { buttonClass } from '@/components/ui/button.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { TextField } from '@/components/ui/text-field.tsx';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import { FollowButton } from '@/features/follows/follow-button.tsx';
import { inPaperOrder } from '@/features/topics/paper-order.ts';
import type { TopicListingDto } from '@/features/topics/topic.dto.ts';
import { fold } from '@/lib/fold.ts';
import styles from './topic-directory.module.css';

export type DirectoryOrder = 'group' | 'alphabet';

/** The two orders are pages of their own, so that they work without JavaScript and can be linked to. */
const ORDERS = [
  { order: 'group', href: '/topics', name: 'By section' },
  { order: 'alphabet', href: '/topics/a-z', name: 'A to Z' },
] as const;

export interface TopicDirectoryProps {
  topics: TopicListingDto[];
  order: DirectoryOrder;
  /** False for a paper with more topics than a page can list. */
  isWhole: boolean;
}

/** The directory, by section or from A to Z, narrowed while the reader types. */
export function TopicDirectory({ topics, order, isWhole }: TopicDirectoryProps) {
  const [query, setQuery] = useState('');
  const field = useRef<HTMLInputElement>(null);
  // What was typed before the page heard it.
  useEffect(() => setQuery(field.current?.value ?? ''), []);
  const needle = fold(query);
  const found = topics.filter((topic) =>
    [topic.name, ...topic.aliases].some((name) => fold(name).includes(needle)),
  );
  const groups = order === 'group' && needle === '' ? byGroup(found) : byLetter(found);
  return (
    <>
      <div className={styles.tools}>
        <TextField
          ref={field}
          label="Find a topic"
          type="search"
          autoComplete="off"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <nav aria-label="Order">
          <ul className={styles.orders}>
            {ORDERS.map((each) => (
              <li key={each.order}>
                <SiteLink
                  className={buttonClass(each.order === order ? 'solid' : 'outline')}
                  href={each.href}
                  aria-current={each.order === order ? 'page' : undefined}
                >
                  {each.name}
                </SiteLink>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <div role="status">
        <VisuallyHidden>
          {needle ? `${found.length} ${found.length === 1 ? 'topic' : 'topics'} found` : ''}
        </VisuallyHidden>
      </div>
      {isWhole ? null : (
        <p className={styles.part}>
          {`These are the ${topics.length} topics with the most articles. `}
          <SiteLink href={`/search?${new URLSearchParams({ q: query.trim() })}`}>
            {needle ? `Search all topics for “${query.trim()}”` : 'Search all topics'}
          </SiteLink>
        </p>
      )}
      {found.length === 0 ? (
        <EmptyState
          title={isWhole ? `No topic called “${query.trim()}”` : `“${query.trim()}” is not among them`}
        >
          {isWhole ? <p>Try a shorter word, or look through all topics.</p> : null}
        </EmptyState>
      ) : null}
      {groups.map((group) => (
        <section key={group.title} aria-labelledby={`group-${group.title}`} className={styles.group}>
          <SectionHeading title={group.title} id={`group-${group.title}`} />
          <TopicRows>
            {group.topics.map((topic) => (
              <TopicRow
                key={topic.slug}
                slug={topic.slug}
                name={topic.name}
                description={topic.description}
                articleCount={topic.articleCount}
                action={<FollowButton slug={topic.slug} topicName={topic.name} label="action" />}
              />
            ))}
          </TopicRows>
        </section>
      ))}
    </>
  );
}

type Group = { title: string; topics: TopicListingDto[] };

/** Under each section: the section itself, then everything beneath it by name. */
function byGroup(topics: TopicListingDto[]): Group[] {
  const groups = inPaperOrder(topics.filter((topic) => topic.parentSlug === null));
  return groups.map((group) => ({
    title: group.name,
    topics: [group, ...topics.filter((topic) => topic.groupSlug === group.slug && topic !== group)],
  }));
}

function byLetter(topics: TopicListingDto[]): Group[] {
  const groups = new Map<string, TopicListingDto[]>();
  for (const topic of topics) {
    const first = fold(topic.name).charAt(0).toUpperCase();
    const letter = /[A-Z]/.test(first) ? first : '#';
    groups.set(letter, [...(groups.get(letter) ?? []), topic]);
  }
  return [...groups]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([title, members]) => ({ title, topics: members }));
}
