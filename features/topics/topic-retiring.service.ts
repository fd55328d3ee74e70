import type { Db } from '@/db/client.ts';
import { getSlugOwner } from '@/db/queries/topics.ts';
import { requireStaff } from '@/features/accounts/staff.service.ts';
import { AppError } from '@/lib/errors.ts';
import { changeTopic, type TopicChanged } from './topic-editing.service.ts';

/**
 * Retires a topic, whatever version it is; one that is retired stays so. The slug of a merged topic is
 * refused, or the topic it was merged into would go with it.
 * @throws AppError `bad_request` for sections and merged topics, `not_found`, `forbidden`
 */
export async function retireTopic(db: Db, userId: string, slug: string, now: Date): Promise<TopicChanged> {
  await requireStaff(db, userId, 'editor');
  const owner = await getSlugOwner(db, slug);
  if (owner && owner.mergedIntoId !== null)
    throw new AppError('bad_request', `${owner.name} is merged into another topic: undo that first.`);
  return changeTopic(db, userId, slug, { version: null, isRetired: true }, now);
}
