import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client.ts';
import { listFeed } from '@/db/queries/feed.ts';
import { insertArticle } from '@/db/queries/publishing.ts';
import { releaseDue } from '@/features/articles/publishing.service.ts';
import { followTopic, unfollowTopic } from '@/features/follows/follows.service.ts';
import { LARGE_TOPIC, readerId, TARGET_TOPIC } from './newsroom.ts';

/** What others feel while something large is being done: each thing again and again, one at a time. */

const PAUSE_MS = 50;

export type Felt = { what: string; times: number[]; failures: string[] };
type Probe = (turn: number) => Promise<unknown>;

/** Runs `work` while readers read and follow and one article after the other is published. */
export async function feelDuring(
  db: Db,
  work: () => Promise<unknown>,
): Promise<{ tookMs: number; felt: Felt[] }> {
  let isOver = false;
  const felt = Object.entries(probes(db)).map(async ([what, probe]): Promise<Felt> => {
    const mine: Felt = { what, times: [], failures: [] };
    for (let turn = 1; !isOver; turn++) {
      const startedAt = performance.now();
      await probe(turn).catch((error: Error) => mine.failures.push(reasonOf(error)));
      mine.times.push(performance.now() - startedAt);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    return mine;
  });
  const startedAt = performance.now();
  await work().finally(() => {
    isOver = true;
  });
  const tookMs = performance.now() - startedAt;
  return { tookMs, felt: await Promise.all(felt) };
}

function probes(db: Db): Record<string, Probe> {
  const follower = (turn: number) => readerId(1 + ((turn * 7919) % 100_000));
  return {
    'a page of the feed': (turn) =>
      listFeed(db, follower(turn), { position: null, limit: 30, topicSlug: null }),
    'a follower follows something else': (turn) =>
      followTopic(db, follower(turn), `bench-topic-${40_000 + turn}`),
    'someone follows the large topic': (turn) => followTopic(db, readerId(240_000 - turn), LARGE_TOPIC),
    'someone leaves the other topic': (turn) => unfollowTopic(db, readerId(230_000 - turn), TARGET_TOPIC),
    'an article is published': () => publishOne(db),
  };
}

async function publishOne(db: Db): Promise<void> {
  const [{ id: sectionId } = { id: 0 }] = (
    await db.execute<{ id: number }>(sql`select id::int from topics where slug = 'bench-section-1'`)
  ).rows;
  const slug = `bench-new-${process.pid}-${performance.now()}`;
  const text = { headline: 'New', dek: 'New', bodyHtml: '<p>New</p>', dateline: null, agency: null };
  await insertArticle(db, {
    ...{ ...text, slug, wordCount: 1, sectionId, isLead: false, publishedAt: new Date(), updatedAt: null },
    ...{ isImport: false, changedAt: null, sourceHash: slug },
  });
  await releaseDue(db, new Date());
}

function reasonOf(error: unknown): string {
  const causes: string[] = [];
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    causes.push(cause.message.slice(0, 120));
  return causes.at(-1) ?? String(error);
}
