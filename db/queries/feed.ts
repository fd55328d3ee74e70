import { type Db, runNamed } from '../client.ts';
import { type AskedSession, findAsSession, type SessionUserRow } from './accounts.ts';
import { type Card, loadFeedCards } from './cards.ts';
import { type Bounds, choosyFeed, plainFeed, type Whose } from './feed-statements.ts';
import { READER } from './reader.ts';
import { awakeIds } from './snoozes.ts';

/** How often a page is looked at whose articles leave the feed meanwhile. */
const LOOKS = 3;
const BOUNDS: Bounds = { few: 24, quickScan: 2_000, topicScan: 500 };

/** A place in the feed's order: strictly below it in `(publishedAt, id)` is the next page. */
export type FeedPosition = { publishedAt: Date; id: number };

/** What a reader has of an article of their feed. */
type Marks = { id: number; isNew: boolean; isRead: boolean; isSaved: boolean; changedSinceRead: boolean };
type FeedItemRow = Card & Marks & { reasons: { slug: string; name: string }[] };
export type FeedRows = {
  items: FeedItemRow[];
  latestAt: string | null;
  /** How far was looked before the bound was met, where the page is not full: the next goes on below. */
  lookedUpTo: FeedPosition | null;
};

/** As the statements tell it: JSON has no dates. */
type Told = {
  items: (Marks & { version: string; reasonIds: number[] })[];
  latestAt: string | null;
  hasMutes?: boolean;
  lookedUpTo?: { publishedAt: string; id: number } | null;
};

type ListOptions = {
  position: FeedPosition | null;
  limit: number;
  topicSlug: string | null;
  unreadOnly?: boolean;
} & Partial<Bounds>;

/**
 * Up to `limit` articles (100 at most) of the reader's feed below `position`, newest first, each once with every
 * followed topic it is in that is not snoozed, and the newest `first_visible_at` there is in the same snapshot. Fewer
 * than `limit` are the end only where `lookedUpTo` is null.
 */
export async function listFeed(db: Db, userId: string, options: ListOptions): Promise<FeedRows> {
  return withCards(db, options, () => tell(db, userId, options));
}

/** The same with whose session it is, in one round trip for who mutes nothing; null for no session. */
export async function listFeedOfSession(
  db: Db,
  session: AskedSession,
  options: Omit<ListOptions, 'unreadOnly'>,
): Promise<{ user: SessionUserRow; answer: FeedRows } | null> {
  const { name, statement, values } = asked('plain', options);
  const found = await findAsSession<{ feed: Told }>(db, session, {
    name,
    values,
    statement: (reader) => statement(readers(reader)),
  });
  return found && { user: found.user, answer: await goOn(db, found.user.id, options, found.answer.feed) };
}

/**
 * The same with the one row that another statement about the reader gives, as JSON, in the same round trip.
 * `beside` is given the SQL text for the reader's id, and has no values of its own.
 */
export async function listFeedBeside<Row>(
  db: Db,
  session: AskedSession,
  options: Omit<ListOptions, 'unreadOnly'>,
  beside: { name: string; statement: (reader: string) => string },
): Promise<{ user: SessionUserRow; answer: Row; feed: FeedRows } | null> {
  const { name, statement, values } = asked('plain', options);
  const found = await findAsSession<{ feed: Told; beside: Row }>(db, session, {
    name: `${name}_${beside.name}`,
    values,
    statement: (reader) => `select (${statement(readers(reader))}) as feed,
      (select to_json(beside) from (${beside.statement(reader)}) beside) as beside`,
  });
  if (!found) return null;
  const { user, answer } = found;
  return { user, answer: answer.beside, feed: await goOn(db, user.id, options, answer.feed) };
}

/** What the plain statement told, or the other where it says that the reader mutes something, with its cards. */
async function goOn(db: Db, userId: string, options: ListOptions, plain: Told): Promise<FeedRows> {
  const told = plain.hasMutes ? await runAs(db, 'choosy', userId, options) : plain;
  return withCards(db, options, () => tell(db, userId, options), told);
}

/** The same for whoever follows exactly these topics and has no account: nothing is new, read or muted. */
export async function listPreview(db: Db, topicIds: number[], options: ListOptions): Promise<FeedRows> {
  const ids = `{${topicIds.join(',')}}`;
  return withCards(db, options, () => run(db, asked('preview', options), ANYONES, ids));
}

const readers = (user: string): Whose => ({ user, followed: awakeIds(user) });
/** Nothing is muted, read or seen, and what they follow comes with the request. */
const ANYONES: Whose = { user: 'null::uuid', followed: '(select $1::text::bigint[])' };

const STATEMENTS = { plain: plainFeed, preview: plainFeed, choosy: choosyFeed };
type Kind = keyof typeof STATEMENTS;
type Asked = { name: string; statement: (whose: Whose) => string; values: unknown[] };

/** A statement with its values, but for whose feed it is. */
function asked(kind: Kind, options: ListOptions): Asked {
  const { position, limit, topicSlug, unreadOnly = false, ...given } = options;
  const bounds = { ...BOUNDS, ...given };
  const below = [position?.publishedAt ?? new Date('9999-12-31T00:00:00Z'), position?.id ?? 0];
  return {
    name: ['feed', kind, bounds.few, bounds.quickScan, bounds.topicScan].join('_'),
    statement: (whose) => STATEMENTS[kind](whose, bounds),
    values: [...below, limit, topicSlug, ...(kind === 'choosy' ? [unreadOnly] : [])],
  };
}

async function tell(db: Db, userId: string, options: ListOptions): Promise<Told> {
  const plain = options.unreadOnly ? null : await runAs(db, 'plain', userId, options);
  return plain && !plain.hasMutes ? plain : runAs(db, 'choosy', userId, options);
}

const runAs = (db: Db, kind: Kind, userId: string, options: ListOptions) =>
  run(db, asked(kind, options), readers(READER), userId);

async function run(db: Db, { name, statement, values }: Asked, whose: Whose, id: string): Promise<Told> {
  const [row] = await runNamed<{ feed: Told }>(db, name, statement(whose), [id, ...values]);
  if (!row) throw new Error('The feed returned no row.');
  return row.feed;
}

/**
 * What is told with the cards it speaks of. An article may leave the feed between the two looks: it is looked
 * again then, `LOOKS` times at most, since what does not agree for good would be looked at for ever.
 */
async function withCards(
  db: Db,
  options: ListOptions,
  look: () => Promise<Told>,
  seen?: Told,
): Promise<FeedRows> {
  for (let looks = 1, told = seen ?? (await look()); ; looks++, told = await look()) {
    const items = itemsOf(told, await loadFeedCards(db, told.items));
    if (items.length === told.items.length || looks === LOOKS) return toRows(told, items, options.limit);
  }
}

/** The articles that are still in the feed, with their cards. */
function itemsOf(told: Told, cards: Awaited<ReturnType<typeof loadFeedCards>>): FeedItemRow[] {
  return told.items.flatMap(({ version: _seen, reasonIds, ...marks }) => {
    const kept = cards.get(marks.id);
    const reasons = kept?.isIn.filter((topic) => reasonIds.includes(topic.id)) ?? [];
    if (!kept || reasons.length === 0) return [];
    return [{ ...kept.card, ...marks, reasons: reasons.map(({ slug, name }) => ({ slug, name })) }];
  });
}

function toRows({ latestAt, lookedUpTo }: Told, items: FeedItemRow[], limit: number): FeedRows {
  if (items.length >= limit || !lookedUpTo) return { items, latestAt, lookedUpTo: null };
  return { items, latestAt, lookedUpTo: { ...lookedUpTo, publishedAt: new Date(lookedUpTo.publishedAt) } };
}
