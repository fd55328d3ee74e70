'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type MouseEvent, type ReactNode, useId, useState } from 'react';
import { EmptyState } from '@/components/feed/empty-state.tsx';
import { TopicRow, TopicRows } from '@/components/feed/topic-row.tsx';
import { buttonClass } from '@/components/ui/button.tsx';
import { LinkButton } from '@/components/ui/link-button.tsx';
import { showMessage } from '@/components/ui/messages.ts';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { TextField } from '@/components/ui/text-field.tsx';
import { useFocusOnceThere } from '@/components/ui/use-focus-once-there.ts';
import { fold } from '@/lib/fold.ts';
import { sentWithPage } from '@/lib/sent-data.ts';
import { formatDay, formatWholeDate } from '@/lib/time.ts';
import type { FollowDto } from './follows.dto.ts';
import { followsKey, followsQuery } from './follows.queries.ts';
import styles from './follows-manager.module.css';
import { useFollow } from './use-follow.ts';
import { useSnoozeAgain } from './use-snooze-again.ts';

type Follows = { follows: FollowDto[] };

const EMPTY_ID = 'follows-nothing';
const buttonId = (slug: string) => `unfollow-${slug}`;

type FollowsManagerProps = {
  follows: FollowDto[];
  /** The slugs of what is muted. */
  muted: Set<string>;
  renderMute: (follow: FollowDto) => ReactNode;
  renderSnooze: (follow: FollowDto) => ReactNode;
};

/** The list of all a reader follows, with search, muting, snoozing, and unfollowing that can be undone. */
export function FollowsManager({ follows: initial, muted, renderMute, renderSnooze }: FollowsManagerProps) {
  const client = useQueryClient();
  const { data } = useQuery({ ...followsQuery, initialData: { follows: initial }, ...sentWithPage(initial) });
  const [query, setQuery] = useState('');
  const searchId = useId();
  const focusOnceThere = useFocusOnceThere();
  const focusOn = (id: string) => focusOnceThere(() => document.getElementById(id));
  const found = data.follows.filter((follow) => fold(follow.name).includes(fold(query)));

  const change = (edit: (follows: FollowDto[]) => FollowDto[]) =>
    client.setQueryData<Follows>(followsKey, (old) => old && { follows: edit(old.follows) });

  const drop = (slug: string) => change((follows) => follows.filter((follow) => follow.slug !== slug));
  const add = (follow: FollowDto) =>
    change((follows) =>
      [...follows.filter(({ slug }) => slug !== follow.slug), follow].toSorted((a, b) =>
        a.name.localeCompare(b.name),
      ),
    );

  /** Takes the row away and sends the focus on: to the next row, the one before, or what is there without rows. */
  const remove = ({ slug }: FollowDto, isKeyboard: boolean) => {
    const index = found.findIndex((follow) => follow.slug === slug);
    const neighbour = found[index + 1] ?? found[index - 1];
    if (neighbour) focusOn(buttonId(neighbour.slug));
    else if (data.follows.length === 1) focusOn(EMPTY_ID);
    // On a phone the field would bring its keyboard up, which nobody asked for.
    else if (isKeyboard) focusOn(searchId);
    drop(slug);
  };
  const restore = (follow: FollowDto) => {
    add(follow);
    focusOn(buttonId(follow.slug));
  };

  if (data.follows.length === 0) {
    return (
      <EmptyState
        title="You follow nothing now"
        titleId={EMPTY_ID}
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
        id={searchId}
        label={`Search ${data.follows.length} followed ${data.follows.length === 1 ? 'topic' : 'topics and authors'}`}
        className={styles.search}
        type="search"
        autoComplete="off"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <div className={styles.list}>
        <TopicRows isSingle>
          {found.map((follow) => (
            <FollowRow
              key={follow.slug}
              follow={follow}
              isMuted={muted.has(follow.slug)}
              mute={renderMute(follow)}
              snooze={renderSnooze(follow)}
              onRemove={remove}
              onRestore={restore}
              onFailed={(isWanted) => (isWanted ? drop(follow.slug) : add(follow))}
            />
          ))}
        </TopicRows>
      </div>
      <div role="status">{found.length === 0 ? `You follow nothing called “${query.trim()}”.` : null}</div>
    </>
  );
}

type FollowRowProps = {
  follow: FollowDto;
  isMuted: boolean;
  mute: ReactNode;
  snooze: ReactNode;
  onRemove: (follow: FollowDto, isKeyboard: boolean) => void;
  onRestore: (follow: FollowDto) => void;
  /** The wish was refused: the row goes, or comes back, without the focus. */
  onFailed: (isWanted: boolean) => void;
};

function FollowRow({ follow, isMuted, mute, snooze, onRemove, onRestore, onFailed }: FollowRowProps) {
  const about = `follow:${follow.slug}`;
  const setFollow = useFollow(follow.slug, (error, isWanted) => {
    onFailed(isWanted);
    const what = isWanted ? 'Could not follow' : 'Could not unfollow';
    showMessage(`${what} ${follow.name}. ${error.message}`, undefined, about);
  });
  const snoozeAgain = useSnoozeAgain(follow.slug);
  const undo = () => {
    setFollow(true);
    if (follow.snoozedUntil) snoozeAgain(follow.snoozedUntil);
    onRestore(follow);
  };
  const unfollow = (event: MouseEvent) => {
    setFollow(false);
    onRemove(follow, event.detail === 0);
    // A retired topic takes no new followers, so this cannot be undone.
    const action = follow.isRetired ? undefined : { label: 'Undo', onPress: undo };
    showMessage(`You no longer follow ${follow.name}.`, action, about);
  };
  return (
    <TopicRow
      slug={follow.slug}
      name={follow.name}
      isAuthor={follow.kind === 'author'}
      description={
        follow.isRetired ? <Retired successor={follow.successor} /> : describeFollow(follow, isMuted)
      }
      action={
        <span className={styles.actions}>
          {snooze}
          {mute}
          <LinkButton
            id={buttonId(follow.slug)}
            size="small"
            href={`/follow/${follow.slug}`}
            aria-label={`Unfollow ${follow.name}`}
            onPress={unfollow}
          >
            Unfollow
          </LinkButton>
        </span>
      }
    />
  );
}

function describeFollow({ snoozedUntil, latestArticleAt }: FollowDto, isMuted: boolean): string {
  if (isMuted) return 'Muted: its articles are hidden.';
  if (snoozedUntil) return `Snoozed until ${formatDay(snoozedUntil)}`;
  return latestArticleAt ? `Newest article ${formatWholeDate(latestArticleAt)}` : 'No articles yet';
}

function Retired({ successor }: { successor: FollowDto['successor'] }) {
  return (
    <>
      Retired: no new articles are filed under it.
      {successor ? (
        <>
          {' In its place there is '}
          <SiteLink href={`/topic/${successor.slug}`}>{successor.name}</SiteLink>.
        </>
      ) : null}
    </>
  );
}
