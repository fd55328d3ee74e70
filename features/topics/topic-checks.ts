import type { DbOrTx } from '@/db/client.ts';
import { countLevels, findLabelOwner, listAncestorIds } from '@/db/queries/topic-editing.ts';
import { getSlugOwner, getTopic, type TopicRow } from '@/db/queries/topics.ts';
import { fieldError } from '@/lib/errors.ts';
import { foldNames } from '@/lib/fold.ts';
import { MAX_TOPIC_LEVELS, RESERVED_SLUGS } from './topic-editing.dto.ts';

/** What editors may not do to a topic. Each is refused with the name of the field it concerns. */

/**
 * Name and aliases, folded, if no other topic has one of them.
 * @throws AppError `bad_request` beside the name or the aliases
 */
export async function checkLabels(
  tx: DbOrTx,
  names: { name: string; aliases: string[] },
  id: number | null,
): Promise<string[]> {
  const [own, ...others] = foldNames([names.name, ...names.aliases]);
  if (!own) throw fieldError('name', 'must hold at least one letter or digit');
  if (others.includes('')) throw fieldError('aliases', 'must hold at least one letter or digit each');
  if (others.length < names.aliases.length) throw fieldError('aliases', 'repeat the name or one another');
  const nameOwner = await findLabelOwner(tx, [own], id);
  if (nameOwner) throw fieldError('name', `is taken by ${nameOwner.name} (${nameOwner.slug})`);
  const aliasOwner = others.length > 0 ? await findLabelOwner(tx, others, id) : null;
  if (aliasOwner) throw fieldError('aliases', `hold a name of ${aliasOwner.name} (${aliasOwner.slug})`);
  return [own, ...others];
}

/**
 * Refuses a slug that is reserved, or leads to another topic, today or by an old address.
 * @throws AppError `bad_request` beside the slug
 */
export async function checkSlug(tx: DbOrTx, slug: string, id: number | null): Promise<void> {
  if (RESERVED_SLUGS.includes(slug)) throw fieldError('slug', 'is reserved: choose another');
  const owner = await getSlugOwner(tx, slug);
  if (!owner || owner.id === id) return;
  throw fieldError(
    'slug',
    owner.slug === slug ? `is taken by ${owner.name}` : `is an old address of ${owner.name}`,
  );
}

/**
 * The topic to stand under, if `topic` and all beneath it may.
 * @throws AppError `bad_request` beside the parent
 */
export async function checkParent(
  tx: DbOrTx,
  parentSlug: string | null,
  topic: TopicRow | null,
): Promise<TopicRow | null> {
  if (parentSlug === null) return null;
  const parent = await getTopic(tx, parentSlug);
  if (!parent || parent.kind === 'author') throw fieldError('parent', 'is not a topic');
  if (parent.retiredAt) throw fieldError('parent', `${parent.name} is retired`);
  const above = await listAncestorIds(tx, parent.id);
  if (topic && above.includes(topic.id)) throw fieldError('parent', `${parent.name} stands under this topic`);
  const levels = above.length + (topic ? await countLevels(tx, topic.id) : 1);
  if (levels > MAX_TOPIC_LEVELS)
    throw fieldError('parent', `would make the tree ${levels} levels deep; ${MAX_TOPIC_LEVELS} are possible`);
  return parent;
}

/**
 * The topic that a retired one's followers may turn to.
 * @throws AppError `bad_request` beside the successor
 */
export async function checkSuccessor(
  tx: DbOrTx,
  successorSlug: string | null,
  topic: TopicRow,
): Promise<TopicRow | null> {
  if (successorSlug === null) return null;
  const successor = await getTopic(tx, successorSlug);
  if (!successor || successor.kind === 'author') throw fieldError('successor', 'is not a topic');
  if (successor.id === topic.id) throw fieldError('successor', 'cannot be the topic itself');
  if (successor.retiredAt) throw fieldError('successor', `${successor.name} is retired too`);
  return successor;
}
