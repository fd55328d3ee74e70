import { CheckIcon, PlusIcon } from '@/components/ui/icons.tsx';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import { classNames } from '@/lib/class-names.ts';
import styles from './follow-button.module.css';

/** `topic` shows the topic's name; `action` shows Follow or Following, for places where the name stands beside. */
export type FollowLabel = 'topic' | 'action';

const followClass = (isFollowing: boolean, label: FollowLabel) =>
  classNames(styles.follow, label === 'action' && styles.action, isFollowing && styles.following);

interface FollowFaceProps {
  topicName: string;
  isFollowing: boolean;
  label: FollowLabel;
}

function FollowFace({ topicName, isFollowing, label }: FollowFaceProps) {
  const word = isFollowing ? 'Following' : 'Follow';
  return (
    <>
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
    </>
  );
}

export interface FollowButtonViewProps {
  topicName: string;
  isFollowing: boolean;
  onPress?: () => void;
  label?: FollowLabel;
}

/** A follow button. Its accessible name is "Follow Iran" or "Following Iran", its state `aria-pressed`. */
export function FollowButtonView({
  topicName,
  isFollowing,
  onPress,
  label = 'topic',
}: FollowButtonViewProps) {
  return (
    <button
      type="button"
      aria-pressed={isFollowing}
      onClick={onPress}
      className={followClass(isFollowing, label)}
    >
      <FollowFace topicName={topicName} isFollowing={isFollowing} label={label} />
    </button>
  );
}

export interface FollowLinkViewProps {
  slug: string;
  topicName: string;
  isFollowing?: boolean;
  label?: FollowLabel;
}

/** The same as a link to `/follow/[slug]`, for before and without JavaScript. It takes the same place. */
export function FollowLinkView({
  slug,
  topicName,
  isFollowing = false,
  label = 'topic',
}: FollowLinkViewProps) {
  return (
    <a href={`/follow/${slug}`} rel="nofollow" className={followClass(isFollowing, label)}>
      <FollowFace topicName={topicName} isFollowing={isFollowing} label={label} />
    </a>
  );
}
