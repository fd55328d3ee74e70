import { z } from 'zod';
import { line, slug } from '@/lib/shapes.ts';

/** How deep topics may be nested, the top level included. */
export const MAX_TOPIC_LEVELS = 6;

/** Kinds editors may give. Sections are set in the site's settings, authors come with their articles. */
export const EDITABLE_KINDS = ['topic', 'person', 'organization', 'place'] as const;

/** Addresses under `/topic/` and `/admin/topics/` that are taken, or stand for nothing. */
export const RESERVED_SLUGS = ['new', 'tree', 'merge', 'merges', 'before', 'feed'];

const fields = {
  name: line(80),
  kind: z.enum(EDITABLE_KINDS, 'must be topic, person, organization or place'),
  /** The slug of the topic it stands under; null for the top level. */
  parent: z.string().max(100).nullable(),
  description: z.union([z.literal(''), line(400)]),
  aliases: z.array(line(80)).max(30, 'may be at most 30'),
  wikidataId: z
    .string()
    .regex(/^Q[1-9]\d{0,11}$/, 'must be Q and a number, such as Q794')
    .nullable(),
  mediaTopicId: z
    .string()
    .regex(/^\d{8}$/, 'must be the eight digits of an IPTC media topic, such as 20000553')
    .nullable(),
};

/** A new topic. Without a slug it gets one made of its name. */
export const topicCreationDto = z.strictObject({
  name: fields.name,
  kind: fields.kind,
  slug: slug.optional(),
  parent: fields.parent.default(null),
  description: fields.description.default(''),
  aliases: fields.aliases.default([]),
  wikidataId: fields.wikidataId.default(null),
  mediaTopicId: fields.mediaTopicId.default(null),
});
export type TopicCreation = z.infer<typeof topicCreationDto>;

/** A change to a topic: what is left out stays. `version` is that of the topic the editor saw. */
export const topicChangeDto = z
  .strictObject({
    ...fields,
    slug,
    isRetired: z.boolean(),
    /** The slug of the topic that followers of a retired one may turn to. */
    successor: z.string().max(100).nullable(),
  })
  .partial()
  .extend({ version: z.number().int() });
export type TopicChange = z.infer<typeof topicChangeDto>;
/** The same with `version` null for whatever version there is. */
export type AnyTopicChange = Omit<TopicChange, 'version'> & { version: number | null };

/** A change that is done in the background, as it is kept until then. */
export const moveJobDto = z.object({ slug: z.string(), change: topicChangeDto });

/** A topic as its editors see it. */
export const editedTopicDto = z.object({
  slug: z.string(),
  name: z.string(),
  kind: z.string(),
  parent: z.string().nullable(),
  parentName: z.string().nullable(),
  description: z.string(),
  aliases: z.array(z.string()),
  wikidataId: z.string().nullable(),
  mediaTopicId: z.string().nullable(),
  isRetired: z.boolean(),
  successor: z.string().nullable(),
  successorName: z.string().nullable(),
  /** Slugs it had before, which lead to it. */
  oldSlugs: z.array(z.string()),
  version: z.number().int(),
  followerCount: z.number().int(),
  articleCount: z.number().int(),
  childCount: z.number().int(),
});
export type EditedTopicDto = z.infer<typeof editedTopicDto>;
