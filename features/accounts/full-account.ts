import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client.ts';
import { addArticle, addTopic, addUser } from '@/db/fixtures.ts';
import {
  accounts,
  auditLog,
  feedTokens,
  followIntents,
  follows,
  mutes,
  newsletterSubscriptions,
  newsroomJobs,
  reads,
  saves,
  sessions,
  topicMergeFollows,
  topicMergeMutes,
  topicMerges,
  verificationTokens,
  visits,
} from '@/db/schema.ts';
import { hashToken } from '@/lib/tokens.ts';
import { uuidv7 } from '@/lib/uuid.ts';

export type FullAccount = {
  id: string;
  email: string;
  /** An instant that is in one row of theirs alone, by the table. */
  marks: Map<string, Date>;
};

/** A person who has a row in every table that can hold one about them, secrets included. For tests. */
export async function addFullAccount(db: Db, name: string): Promise<FullAccount> {
  const email = `${name.toLowerCase()}@example.com`;
  const marks = new Map<string, Date>();
  const mark = (table: string) => {
    const at = new Date(Date.UTC(2026, 0, 1, 0, marks.size, 0));
    marks.set(table, at);
    return at;
  };
  const id = await addUser(db, name, { email, role: 'editor', createdAt: mark('users') });
  const topicId = await addTopic(db, `topic-of-${name.toLowerCase()}`);
  const fromId = await addTopic(db, `merged-of-${name.toLowerCase()}`);
  const articleId = await addArticle(db, `article-of-${name.toLowerCase()}`, [topicId], {
    publishedAt: new Date('2025-01-01T00:00:00Z'),
  });
  const secret = (what: string) => hashToken(`${what} of ${name}`);
  const later = new Date('2027-01-01T00:00:00.000Z');

  await db.insert(accounts).values({
    userId: id,
    type: 'oidc',
    provider: 'paper',
    providerAccountId: `${name} ${mark('accounts').toISOString()}`,
    access_token: secret('access'),
  });
  await db
    .insert(sessions)
    .values({ sessionToken: secret('session'), userId: id, expires: later, createdAt: mark('sessions') });
  await db
    .insert(verificationTokens)
    .values({ identifier: email, token: secret('link'), expires: mark('verification_tokens') });
  await db.insert(followIntents).values({ tokenHash: secret('link'), topicId, expiresAt: later });
  await db.insert(follows).values({ userId: id, topicId, createdAt: mark('follows') });
  await db.insert(mutes).values({ userId: id, topicId, createdAt: mark('mutes') });
  await db.insert(visits).values({ userId: id, seenUpTo: mark('visits') });
  await db.insert(saves).values({ userId: id, articleId, savedAt: mark('saves') });
  await db.insert(reads).values({ userId: id, articleId, readAt: mark('reads') });
  await db
    .insert(feedTokens)
    .values({ userId: id, tokenHash: secret('feed'), createdAt: mark('feed_tokens') });
  await db.insert(newsletterSubscriptions).values({
    id: uuidv7(),
    newsletter: 'morning',
    email,
    requestedAt: mark('newsletter_subscriptions'),
    unsubscribeTokenHash: secret('leave'),
  });
  const [merge] = await db
    .insert(topicMerges)
    .values({ fromTopicId: fromId, intoTopicId: topicId, mergedBy: id, mergedAt: mark('topic_merges') })
    .returning();
  const mergeId = merge?.id ?? 0;
  const ofMerge = { userId: id, mergeId, hadInto: false };
  await db.insert(topicMergeFollows).values({ ...ofMerge, followedAt: mark('topic_merge_follows') });
  await db.insert(topicMergeMutes).values({ ...ofMerge, mutedAt: mark('topic_merge_mutes') });
  await db.insert(newsroomJobs).values({
    id: uuidv7(),
    kind: 'merge',
    topicName: 'Topic',
    request: {},
    rowCount: 1,
    requestedBy: id,
    requestedAt: mark('newsroom_jobs'),
  });
  await db.insert(auditLog).values({
    at: mark('audit_log'),
    actorId: id,
    actorName: email,
    action: 'person.role',
    subject: 'person',
    subjectKey: email,
    subjectName: name,
    before: { role: 'reader' },
    after: { role: 'editor' },
  });
  return { id, email, marks };
}

/** The rows of every table that hold this text anywhere, as JSON text, by the table. */
export async function rowsWith(db: Db, text: string): Promise<Map<string, string[]>> {
  const tables = await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema = 'public' order by 1`,
  );
  const found = new Map<string, string[]>();
  for (const { name } of tables.rows) {
    const rows = await db.execute<{ row: string }>(
      sql`select row_to_json(t)::text as row from ${sql.identifier(name)} t where position(${text} in row_to_json(t)::text) > 0`,
    );
    if (rows.rows.length > 0)
      found.set(
        name,
        rows.rows.map(({ row }) => row),
      );
  }
  return found;
}
