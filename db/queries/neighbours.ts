import { type Db, runNamed } from '../client.ts';
import { isUnmutedId, mutedIds } from './mutes.ts';

type Named = { slug: string; name: string; isAuthor: boolean };
type Neighbour = { slug: string; headline: string };
export type NeighboursRow = { topic: Named; newer: Neighbour | null; older: Neighbour | null };

/** So many articles on either side are looked at for one that is not muted. */
const LOOKED_AT = 100;

const side = (compared: '<' | '>', order: 'asc' | 'desc') => `(
  select json_build_object('slug', a.slug, 'headline', a.headline) from (
    select article_id, published_at from article_topics
    where topic_id = topic.id and is_visible and (published_at, article_id) ${compared} (here.published_at, here.id)
    order by published_at ${order}, article_id ${order} limit ${LOOKED_AT}) near
  join articles a on a.id = near.article_id
  where ${isUnmutedId('near.article_id', '(select ids from muted)::bigint[]')}
  order by near.published_at ${order}, near.article_id ${order} limit 1)`;

/**
 * The articles before and after a visible one in a topic that the reader follows: in `topicSlug` if it is one
 * of those, else in the closest. Null where the reader follows nothing that the article is in.
 */
export async function getNeighbours(
  db: Db,
  userId: string,
  slug: string,
  topicSlug: string | null,
): Promise<NeighboursRow | null> {
  const rows = await runNamed<{ neighbours: NeighboursRow }>(
    db,
    'get_neighbours',
    `with muted as materialized (select ${mutedIds('$1')} as ids),
     here as materialized (select id, published_at from articles where slug = $2 and is_visible),
     topic as materialized (
       select t.id, t.slug, t.name, t.kind from here join article_topics at on at.article_id = here.id
       join follows f on f.user_id = $1 and f.topic_id = at.topic_id join topics t on t.id = at.topic_id
       order by coalesce(t.slug = $3::text, false) desc, at.is_direct desc, at.position, lower(t.name) limit 1)
     select json_build_object('topic', json_build_object('slug', topic.slug, 'name', topic.name,
         'isAuthor', topic.kind = 'author'),
       'newer', ${side('>', 'asc')}, 'older', ${side('<', 'desc')}) as neighbours
     from here, topic`,
    [userId, slug, topicSlug],
  );
  return rows[0]?.neighbours ?? null;
}
