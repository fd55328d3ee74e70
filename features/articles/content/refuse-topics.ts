import type { TopicRecord } from '@/db/queries/publishing-topics.ts';
import { foldNames } from '@/lib/fold.ts';
import type { TopicSource } from './content.ts';
import { ContentError } from './mistakes.ts';

/** A topic of the folder; those of authors are made from them. */
export type WantedTopic = Omit<TopicSource, 'kind'> & { kind: TopicRecord['kind'] };

/** What a content folder may not do to the topics that are there. */

/** @throws ContentError for a topic whose slug is an author's, or the other way round */
export function refuseTakenSlugs(wanted: WantedTopic[], rows: Map<string, TopicRecord>): void {
  refuse(wanted, ({ slug, kind }) => {
    const taken = rows.get(slug);
    if (taken && (taken.kind === 'author') !== (kind === 'author')) {
      return `the slug "${slug}" belongs to ${kind === 'author' ? 'a topic' : 'an author'} already`;
    }
    // One that editors keep may have been renamed or merged by them: the folder means it all the same.
    return taken && taken.slug !== slug && !taken.managedAt
      ? `the slug "${slug}" leads to another topic, which once had it`
      : null;
  });
}

/**
 * The folder was checked for itself; here it meets the topics that editors have made or renamed.
 * @throws ContentError for a name that one of those has
 */
export function refuseTakenNames(
  wanted: WantedTopic[],
  bySlug: Map<string, TopicRecord>,
  rows: TopicRecord[],
): void {
  const managed = rows.filter((row) => row.managedAt && row.mergedIntoId === null);
  const owner = new Map(managed.flatMap((row) => row.labels.map((label) => [label, row] as const)));
  refuse(wanted, (topic) => {
    if (topic.kind === 'author' || bySlug.get(topic.slug)?.managedAt) return null;
    const taken = foldNames([topic.name, ...topic.aliases]).find((label) => owner.has(label));
    return taken
      ? `the name "${taken}" belongs to the topic "${owner.get(taken)?.slug}", which editors keep`
      : null;
  });
}

/**
 * Parents from the folder and parents that editors chose may form a loop together.
 * @throws ContentError where they do
 */
export function refuseLoops(
  wanted: WantedTopic[],
  stored: { idBySlug: Map<string, number>; known: Map<number, Pick<TopicRecord, 'parentId'>> },
): void {
  refuse(wanted, ({ slug }) => {
    const start = stored.idBySlug.get(slug);
    const above = new Set<number>();
    for (let id = start; id !== undefined; id = stored.known.get(id)?.parentId ?? undefined) {
      if (above.has(id)) return `the parents of "${slug}" form a loop with those that editors chose`;
      above.add(id);
    }
    return null;
  });
}

function refuse(wanted: WantedTopic[], problem: (topic: WantedTopic) => string | null): void {
  const mistakes = wanted.flatMap((topic) => {
    const message = problem(topic);
    return message ? [{ ...topic.at, message }] : [];
  });
  if (mistakes.length > 0) throw new ContentError(mistakes);
}
