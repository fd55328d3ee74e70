'use client';
import { useQuery } from '@tanstack/react-query';
import { type MouseEvent, useState } from 'react';
import { EmptyState } from '@/components/feed/empty-state.tsx';
import { TopicRow, TopicRows } from '@/components/feed/topic-row.tsx';
import { buttonClass } from '@/components/ui/button.tsx';
import { showMessage } from '@/components/ui/messages.ts';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { TextField } from '@/components/ui/text-field.tsx';
import { fold } from '@/lib/fold.ts';
import { formatDate } from '@/lib/time.ts';
import type { FollowDto } from './follows.dto.ts';
import { followsQuery } from './follows.queries.ts';
import styles from './follows-manager.module.css';
import { useFollow } from './use-follow.ts';

/** The list of all a reader follows, with search and unfollowing that can be undone. */
export function FollowsManager({ follows: initial }: { follows: FollowDto[] }) {
  const { data } = useQuery({ ...followsQuery, initialData: { follows: initial } });
  const [query, setQuery] = useState('');
  const found = data.follows.filter((follow) => fold(follow.name).includes(fold(query)));

  if (data.follows.length === 0) {
    return (
      <EmptyState
        title="You follow nothing yet"
        actions={
          <SiteLink className={buttonClass('solid')} href="/following">
            Choose topics
          </SiteLink>
        }
      />
    );
  }
  return (
    <>
      <TextField
        label={`Search ${data.follows.length} followed ${data.follows.length === 1 ? 'topic' : 'topics and authors'}`}
        type="search"
        autoComplete="off"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <div className={styles.list}>
        <TopicRows isSingle>
          {found.map((follow) => (
            <FollowRow key={follow.slug} follow={follow} />
          ))}
        </TopicRows>
      </div>
      <div role="status">{found.length === 0 ? `You follow nothing called “${query.trim()}”.` : null}</div>
    </>
  );
}

function FollowRow({ follow }: { follow: FollowDto }) {
  const setFollow = useFollow(follow.slug, (error) => showMessage(`Nothing was changed. ${error.message}`));
  const unfollow = (event: MouseEvent) => {
    event.preventDefault();
    setFollow(false);
    showMessage(`You no longer follow ${follow.name}.`, { label: 'Undo', onPress: () => setFollow(true) });
  };
  const latest = follow.latestArticleAt
    ? `Newest article ${formatDate(follow.latestArticleAt)}`
    : 'No articles yet';
  return (
    <TopicRow
      slug={follow.slug}
      name={follow.name}
      description={follow.isRetired ? 'Retired: no new articles are filed under it.' : latest}
      action={
        // biome-ignore lint/a11y/useSemanticElements: a link that leads somewhere without JavaScript.
        <a
          role="button"
          className={buttonClass('outline', 'small')}
          href={`/follow/${follow.slug}`}
          aria-label={`Unfollow ${follow.name}`}
          onClick={unfollow}
        >
          Unfollow
        </a>
      }
    />
  );
}
