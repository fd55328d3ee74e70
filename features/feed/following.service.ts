import { type FollowingRow, findFollowing } from '@/db/queries/following.ts';
import { askAsSession, type SessionUser } from '@/features/accounts/session.service.ts';
import type { FollowDto } from '@/features/follows/follows.dto.ts';
import { describeFollows } from '@/features/follows/follows.service.ts';
import { FEED_PAGE_SIZE, type FeedPageDto } from './feed.dto.ts';
import { type FeedDeps, toPage } from './feed.service.ts';

/** What the page of Following shows of its reader beside the feed. */
export type FollowingOfReader = Omit<FollowingRow, 'follows'> & { follows: FollowDto[] };

/**
 * Whose session a cookie's token is, as `getSessionUser` tells it, with what they follow, by name, the slugs of what
 * they mute and how they want Following to be, in one query (ADR 015); null where it is nobody's. With `hasFeed` the
 * same query tells the first page of the whole feed too.
 */
export async function getFollowing(
  { db, secret }: FeedDeps,
  token: string,
  { hasFeed = false } = {},
): Promise<{ user: SessionUser; following: FollowingOfReader; firstPage: FeedPageDto | null } | null> {
  const asked = await askAsSession(db, token, (session) =>
    findFollowing(db, session, hasFeed ? FEED_PAGE_SIZE + 1 : null),
  );
  if (!asked) return null;
  const { user, answer } = asked;
  const { following, feed } = answer;
  const scope = { userId: user.id, topicSlug: null, unreadOnly: false };
  return {
    user,
    following: { ...following, follows: await describeFollows(db, following.follows) },
    firstPage: feed && toPage(secret, scope, feed, FEED_PAGE_SIZE),
  };
}
