import type { MouseEvent } from 'react';
import { CheckIcon, PlusIcon } from '@/components/ui/icons.tsx';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import { classNames } from '@/lib/class-names.ts';
import styles from './follow-button.module.css';

/** `topic` shows the topic's name; `action` shows Follow or Following, for places where the name stands beside. */
export type FollowLabel = 'topic' | 'action';

/** The id of the form, without fields, that follow buttons lead by (`FollowForm`). */
const FORM = 'follow';

export interface FollowButtonViewProps {
  slug: string;
  topicName: string;
  isFollowing: boolean;
  onPress?: (event: MouseEvent) => void;
  label?: FollowLabel;
}

/**
 * A follow button. Its accessible name is "Follow Iran" or "Following Iran", its state `aria-pressed`. Without
 * JavaScript it leads to `/follow/[slug]`; with it, `onPress` has the page stay where it is.
 */
export function FollowButtonView({
  slug,
  topicName,
  isFollowing,
  onPress,
  label = 'topic',
}: FollowButtonViewProps) {
  const word = isFollowing ? 'Following' : 'Follow';
  return (
    <button
      type="submit"
      form={FORM}
      formAction={`/follow/${slug}`}
      data-hold=""
      aria-pressed={isFollowing}
      onClick={onPress}
      className={classNames(
        styles.follow,
        label === 'action' && styles.action,
        isFollowing && styles.following,
      )}
    >
      <span className={styles.icon}>{isFollowing ? <CheckIcon size={16} /> : <PlusIcon size={16} />}</span>
      {label === 'topic' ? (
        <span>
          <VisuallyHidden>{word} </VisuallyHidden>
          {topicName}
        </span>
      ) : (
        <span>
          {word}
          <VisuallyHidden> {topicName}</VisuallyHidden>
        </span>
      )}
    </button>
  );
}

/** Once on a page: the form of its follow buttons, which stand in other forms too. */
export function FollowForm() {
  return <form id={FORM} hidden />;
}
