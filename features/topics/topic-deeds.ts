import type { DbOrTx } from '@/db/client.ts';
import type { TopicEdit } from '@/db/queries/topic-editing.ts';
import { getTopicById, type TopicRow } from '@/db/queries/topics.ts';
import type { Deed } from '@/features/audit/audit.service.ts';

/** What the audit log says of changes to topics. */

/** The slug of the topic with this id; null for none. */
export async function slugOfId(db: DbOrTx, id: number | null): Promise<string | null> {
  return id === null ? null : ((await getTopicById(db, id))?.slug ?? null);
}

/** One entry for each thing that was done, in the words of the newsroom. */
export async function deedsOf(
  tx: DbOrTx,
  before: TopicRow,
  after: TopicRow,
  edit: TopicEdit,
): Promise<Deed[]> {
  const deeds: Deed[] = [];
  if (edit.parentId !== undefined) {
    const parents = [await slugOfId(tx, before.parentId), await slugOfId(tx, after.parentId)] as const;
    deeds.push(topicDeed('topic.move', after, { parent: parents[0] }, { parent: parents[1] }));
  }
  if (edit.retiredAt !== undefined || edit.successorId !== undefined) {
    const action = after.retiredAt ? 'topic.retire' : 'topic.restore';
    const state = async (row: TopicRow) => ({
      isRetired: row.retiredAt !== null,
      successor: await slugOfId(tx, row.successorId),
    });
    deeds.push(topicDeed(action, after, await state(before), await state(after)));
  }
  const plain = ['slug', 'name', 'kind', 'description', 'aliases', 'wikidataId', 'mediaTopicId'] as const;
  const changed = plain.filter((key) => edit[key] !== undefined);
  if (changed.length > 0) {
    const pick = (row: TopicRow) => Object.fromEntries(changed.map((key) => [key, row[key]]));
    const isRename = changed.includes('name') || changed.includes('slug');
    deeds.push(topicDeed(isRename ? 'topic.rename' : 'topic.edit', after, pick(before), pick(after)));
  }
  return deeds;
}

/** An entry about a topic. */
export function topicDeed(
  action: string,
  topic: TopicRow,
  before: Record<string, unknown> | null,
  after: Record<string, unknown>,
): Deed {
  return { action, subject: 'topic', subjectKey: topic.slug, subjectName: topic.name, before, after };
}
