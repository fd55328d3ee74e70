import { EmptyState } from '@/components/feed/empty-state.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { feedSearch } from './feed.queries.ts';

type EmptyFeedProps = {
  topic: { slug: string; name: string } | null;
  unreadOnly: boolean;
  canBeMuted: boolean;
};

/** A feed without articles, and why it is: all read, all muted, or nothing published. */
export function EmptyFeed({ topic, unreadOnly, canBeMuted }: EmptyFeedProps) {
  const about = topic?.name ?? 'what you follow';
  if (unreadOnly) {
    return (
      <EmptyState title={`Nothing unread on ${about}`}>
        <p>What you have read is still there.</p>
        <p>
          <a href={`/following${feedSearch({ topic: topic?.slug ?? null, unreadOnly: false })}`}>
            Show what I have read too
          </a>
        </p>
      </EmptyState>
    );
  }
  if (canBeMuted) {
    return (
      <EmptyState title={`All articles on ${about} are muted`}>
        <p>What you mute is hidden here, also where something you follow matches.</p>
        <p>
          <SiteLink href="/following/manage#muted">See what you mute</SiteLink>
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={`Nothing published yet on ${about}`}>
      <p>The first article will be here as soon as it is out. You can follow more topics meanwhile.</p>
      <p>
        <SiteLink href="/topics">All topics</SiteLink>
      </p>
    </EmptyState>
  );
}
