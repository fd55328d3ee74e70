import type { Db } from '@/db/client.ts';
import { getNeighbours as queryNeighbours } from '@/db/queries/neighbours.ts';
import type { NeighboursDto } from './neighbours.dto.ts';

/**
 * The next newer and the next older article in a topic the reader follows and the article is in: in `topicSlug`
 * where it is such a one, else in the closest. Neither is muted.
 */
export async function getNeighbours(
  db: Db,
  userId: string,
  slug: string,
  topicSlug: string | null,
): Promise<NeighboursDto> {
  return (await queryNeighbours(db, userId, slug, topicSlug)) ?? { topic: null, newer: null, older: null };
}
