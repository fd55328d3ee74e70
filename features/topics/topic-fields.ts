import type { EditedTopicDto } from './topic-editing.dto.ts';

export type TopicRef = { slug: string; name: string };

/** What the form of a topic holds: text as it is typed. */
export type TopicFields = {
  name: string;
  slug: string;
  kind: string;
  parent: TopicRef | null;
  description: string;
  /** One a line. */
  aliases: string;
  wikidataId: string;
  mediaTopicId: string;
};
export type FieldName = keyof TopicFields;

export const FIELD_NAMES: Record<FieldName, string> = {
  name: 'Name',
  slug: 'Address',
  kind: 'Kind',
  parent: 'Stands under',
  description: 'Description',
  aliases: 'Other names',
  wikidataId: 'Wikidata',
  mediaTopicId: 'IPTC Media Topic',
};

/** What a field is called within a sentence. */
export function inSentence(name: FieldName): string {
  const isProperName = name === 'wikidataId' || name === 'mediaTopicId';
  return isProperName ? FIELD_NAMES[name] : FIELD_NAMES[name].toLowerCase();
}

export const EMPTY_FIELDS: TopicFields = {
  ...{ name: '', slug: '', kind: 'topic', parent: null, description: '', aliases: '' },
  ...{ wikidataId: '', mediaTopicId: '' },
};

/** A topic as its form shows it. */
export function fieldsOf(topic: EditedTopicDto): TopicFields {
  const { name, slug, kind, description } = topic;
  return {
    ...{ name, slug, kind, description },
    parent: topic.parent === null ? null : { slug: topic.parent, name: topic.parentName ?? topic.parent },
    aliases: topic.aliases.join('\n'),
    wikidataId: topic.wikidataId ?? '',
    mediaTopicId: topic.mediaTopicId ?? '',
  };
}

/** The names of the fields that differ. */
export function changedFields(before: TopicFields, after: TopicFields): FieldName[] {
  return (Object.keys(FIELD_NAMES) as FieldName[]).filter(
    (name) => readable(before, name) !== readable(after, name),
  );
}

/** A field as text to be read or compared. */
export function readable(fields: TopicFields, name: FieldName): string {
  if (name === 'parent') return fields.parent ? `${fields.parent.name} (${fields.parent.slug})` : '';
  return fields[name];
}

/** These fields as the API takes them. */
export function toRequest(fields: TopicFields, names: FieldName[]): Record<string, unknown> {
  const all: Record<FieldName, unknown> = {
    ...fields,
    slug: fields.slug.trim(),
    parent: fields.parent?.slug ?? null,
    aliases: fields.aliases.split('\n').filter((alias) => alias.trim() !== ''),
    wikidataId: fields.wikidataId.trim() || null,
    mediaTopicId: fields.mediaTopicId.trim() || null,
  };
  return Object.fromEntries(names.map((name) => [name, all[name]]));
}
