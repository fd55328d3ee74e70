import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { type Db, type DbOrTx, runNamed } from '../client.ts';
import { follows, topics } from '../schema.ts';

export type ListedTopic = { id: number; slug: string; name: string; labels: string[] };

/** Slugs come as one JSON text: arrays are not bound alike by both drivers. */
const FIND_BY_SLUG = `
with recursive way (asked, id, step) as (
  select s.asked, coalesce(t.id, r.topic_id), 0
  from jsonb_array_elements_text($1::text::jsonb) s (asked)
  left join topics t on t.slug = s.asked left join topic_redirects r on r.slug = s.asked
  where coalesce(t.id, r.topic_id) is not null
  union all
  select way.asked, t.merged_into_id, way.step + 1 from way join topics t on t.id = way.id
  where t.merged_into_id is not null and way.step < 100
)
select way.asked, t.id, t.slug, t.name, t.labels from way join topics t on t.id = way.id
where t.merged_into_id is null`;

/** The topics these slugs lead to, by whatever renames and merges, by the slug asked for. */
export async function findTopicsBySlug(db: Db, slugs: string[]): Promise<Map<string, ListedTopic>> {
  const rows = await runNamed<ListedTopic & { asked: string }>(db, 'find_topics_by_slug', FIND_BY_SLUG, [
    JSON.stringify(slugs),
  ]);
  return new Map(rows.map(({ asked, ...topic }) => [asked, topic]));
}

/** The topics with any of these names or aliases, folded as in `labels`. */
export async function findTopicsByLabel(db: Db, labels: string[]): Promise<ListedTopic[]> {
  const asked = sql`array(select jsonb_array_elements_text(${JSON.stringify(labels)}::text::jsonb))`;
  const { id, slug, name } = topics;
  return db
    .select({ id, slug, name, labels: topics.labels })
    .from(topics)
    .where(and(sql`${topics.labels} && ${asked}`, isNull(topics.mergedIntoId)));
}

/** Topics by their ids, merged or not. */
export async function listTopicRows(db: DbOrTx, ids: number[]) {
  return db.select().from(topics).where(inArray(topics.id, ids));
}

/** Which of these topics the reader follows. */
export async function listFollowedAmong(db: DbOrTx, userId: string, topicIds: number[]): Promise<number[]> {
  const rows = await db
    .select({ id: follows.topicId })
    .from(follows)
    .where(and(eq(follows.userId, userId), inArray(follows.topicId, topicIds)));
  return rows.map(({ id }) => id);
}

/** Adds follows; those that are there already change nothing. */
export async function addFollows(db: DbOrTx, userId: string, topicIds: number[]): Promise<void> {
  if (topicIds.length === 0) return;
  await db
    .insert(follows)
    .values(topicIds.map((topicId) => ({ userId, topicId })))
    .onConflictDoNothing();
}
