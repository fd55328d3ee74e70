import { and, eq, or, sql } from 'drizzle-orm';
import type { DbOrTx } from '../client.ts';
import {
  accounts,
  articles,
  auditLog,
  feedTokens,
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
  topics,
  users,
  verificationTokens,
  visits,
} from '../schema.ts';

/**
 * Every row there is about a user, by their id and their address, as it is kept; of secrets not even the
 * hashes. A test walks the schema and finds what is missing here. Null when there is no such user.
 */
export async function collectAccount(db: DbOrTx, userId: string) {
  const [account] = await db.select().from(users).where(eq(users.id, userId));
  if (!account) return null;
  return {
    account,
    ...(await collectReading(db, userId)),
    ...(await collectAccess(db, account)),
    ...(await collectNewsroomWork(db, account)),
  };
}

/** What they follow, mute, save and read. */
async function collectReading(db: DbOrTx, userId: string) {
  const topic = { slug: topics.slug, name: topics.name, kind: topics.kind };
  const article = { slug: articles.slug, headline: articles.headline };
  return {
    follows: await db
      .select({
        ...topic,
        followedAt: follows.createdAt,
        snoozedUntil: follows.snoozedUntil,
        retirementToldAt: follows.retirementToldAt,
      })
      .from(follows)
      .innerJoin(topics, eq(topics.id, follows.topicId))
      .where(eq(follows.userId, userId))
      .orderBy(follows.createdAt),
    mutes: await db
      .select({ ...topic, mutedAt: mutes.createdAt })
      .from(mutes)
      .innerJoin(topics, eq(topics.id, mutes.topicId))
      .where(eq(mutes.userId, userId))
      .orderBy(mutes.createdAt),
    saves: await db
      .select({ ...article, savedAt: saves.savedAt })
      .from(saves)
      .innerJoin(articles, eq(articles.id, saves.articleId))
      .where(eq(saves.userId, userId))
      .orderBy(saves.savedAt),
    reads: await db
      .select({ ...article, readAt: reads.readAt })
      .from(reads)
      .innerJoin(articles, eq(articles.id, reads.articleId))
      .where(eq(reads.userId, userId))
      .orderBy(reads.readAt),
    visits: await db
      .select({ seenUpTo: visits.seenUpTo, updatedAt: visits.updatedAt })
      .from(visits)
      .where(eq(visits.userId, userId)),
    followsOfMergedTopics: await db
      .select({
        ...topic,
        followedAt: topicMergeFollows.followedAt,
        snoozedUntil: topicMergeFollows.snoozedUntil,
      })
      .from(topicMergeFollows)
      .innerJoin(topicMerges, eq(topicMerges.id, topicMergeFollows.mergeId))
      .innerJoin(topics, eq(topics.id, topicMerges.fromTopicId))
      .where(eq(topicMergeFollows.userId, userId)),
    mutesOfMergedTopics: await db
      .select({ ...topic, mutedAt: topicMergeMutes.mutedAt })
      .from(topicMergeMutes)
      .innerJoin(topicMerges, eq(topicMerges.id, topicMergeMutes.mergeId))
      .innerJoin(topics, eq(topics.id, topicMerges.fromTopicId))
      .where(eq(topicMergeMutes.userId, userId)),
  };
}

/** By what they sign in and are written to. */
async function collectAccess(db: DbOrTx, { id, email }: { id: string; email: string }) {
  return {
    sessions: await db
      .select({
        id: sessions.id,
        device: sessions.device,
        createdAt: sessions.createdAt,
        lastSeenAt: sessions.lastSeenAt,
        expires: sessions.expires,
      })
      .from(sessions)
      .where(eq(sessions.userId, id))
      .orderBy(sessions.createdAt),
    signInLinks: await db
      .select({ email: verificationTokens.identifier, expires: verificationTokens.expires })
      .from(verificationTokens)
      .where(eq(verificationTokens.identifier, email)),
    outsideAccounts: await db
      .select({
        provider: accounts.provider,
        providerAccountId: accounts.providerAccountId,
        type: accounts.type,
        scope: accounts.scope,
      })
      .from(accounts)
      .where(eq(accounts.userId, id)),
    privateFeeds: await db
      .select({ createdAt: feedTokens.createdAt, lastUsedAt: feedTokens.lastUsedAt })
      .from(feedTokens)
      .where(eq(feedTokens.userId, id)),
    newsletters: await db
      .select({
        newsletter: newsletterSubscriptions.newsletter,
        email: newsletterSubscriptions.email,
        requestedAt: newsletterSubscriptions.requestedAt,
        confirmedAt: newsletterSubscriptions.confirmedAt,
        endedAt: newsletterSubscriptions.endedAt,
      })
      .from(newsletterSubscriptions)
      .where(eq(newsletterSubscriptions.email, email)),
  };
}

/** What they did as staff, and what was done about their role; of that not by whom. */
async function collectNewsroomWork(db: DbOrTx, { id, email }: { id: string; email: string }) {
  const isAboutThem = and(eq(auditLog.subject, 'person'), eq(auditLog.subjectKey, email));
  return {
    auditLog: await db
      .select({
        at: auditLog.at,
        byYou: sql<boolean>`${auditLog.actorId} = ${id}`,
        action: auditLog.action,
        subject: auditLog.subject,
        subjectKey: auditLog.subjectKey,
        subjectName: auditLog.subjectName,
        before: auditLog.before,
        after: auditLog.after,
      })
      .from(auditLog)
      .where(or(eq(auditLog.actorId, id), isAboutThem))
      .orderBy(auditLog.id),
    merges: await db
      .select({ id: topicMerges.id, mergedAt: topicMerges.mergedAt, undoneAt: topicMerges.undoneAt })
      .from(topicMerges)
      .where(or(eq(topicMerges.mergedBy, id), eq(topicMerges.undoneBy, id))),
    jobs: await db
      .select({
        kind: newsroomJobs.kind,
        topicName: newsroomJobs.topicName,
        intoName: newsroomJobs.intoName,
        requestedAt: newsroomJobs.requestedAt,
        finishedAt: newsroomJobs.finishedAt,
      })
      .from(newsroomJobs)
      .where(eq(newsroomJobs.requestedBy, id)),
  };
}
