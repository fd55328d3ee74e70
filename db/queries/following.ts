import type { Db } from '../client.ts';
import { type AskedSession, findAsSession, type SessionUserRow } from './accounts.ts';
import { type FeedRows, listFeedBeside } from './feed.ts';
import { type FollowRow, followsOf } from './follows.ts';

/** What the page of Following shows of a reader beside their feed. */
export type FollowingRow = {
  /** What they follow, by name. */
  follows: FollowRow[];
  /** Slugs, in no particular order. */
  mutedTopics: string[];
  keepsHistory: boolean;
  /** Whether long runs on one topic are folded. */
  foldsFeed: boolean;
};

/** As JSON tells it, which has no dates. */
type Told = Omit<FollowingRow, 'follows'> & { follows: Record<keyof FollowRow, unknown>[] };

const following = (reader: string) => `
select u.keeps_history as "keepsHistory", u.folds_feed as "foldsFeed",
  array(select t.slug from mutes m join topics t on t.id = m.topic_id where m.user_id = ${reader}) as "mutedTopics",
  (select coalesce(json_agg(followed order by lower(followed.name), followed.slug), '[]')
    from (${followsOf(reader)}) followed) as follows
from users u where u.id = ${reader}`;

const FOLLOWING = { name: 'find_following', statement: following };

/**
 * Whose session this is, and what their page of Following needs, in one round trip; null for no session. With
 * `feedLimit` the first so many articles of the feed come with it, for who mutes something by a second one.
 */
export async function findFollowing(
  db: Db,
  session: AskedSession,
  feedLimit: number | null,
): Promise<{ user: SessionUserRow; answer: { following: FollowingRow; feed: FeedRows | null } } | null> {
  if (feedLimit === null) {
    const found = await findAsSession<Told>(db, session, FOLLOWING);
    return found && { user: found.user, answer: { following: asRow(found.answer), feed: null } };
  }
  const page = { position: null, limit: feedLimit, topicSlug: null };
  const found = await listFeedBeside<Told>(db, session, page, FOLLOWING);
  return found && { user: found.user, answer: { following: asRow(found.answer), feed: found.feed } };
}

const asRow = (told: Told): FollowingRow => ({ ...told, follows: told.follows.map(withDates) });

function withDates(told: Told['follows'][number]): FollowRow {
  const date = (value: unknown) => (typeof value === 'string' ? new Date(value) : null);
  return {
    ...(told as FollowRow),
    followedAt: date(told.followedAt) as Date,
    snoozedUntil: date(told.snoozedUntil),
    latestArticleAt: date(told.latestArticleAt),
  };
}
