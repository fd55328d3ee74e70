import { z } from 'zod';

/** A topic as pages and lists show it. */
export const topicDto = z.object({
  slug: z.string(),
  name: z.string(),
  kind: z.enum(['section', 'topic', 'person', 'organization', 'place', 'author']),
  description: z.string(),
  aliases: z.array(z.string()),
  isRetired: z.boolean(),
});
export type TopicDto = z.infer<typeof topicDto>;

/** A topic that another one names. */
export const topicNameDto = topicDto.pick({ slug: true, name: true });
export type TopicNameDto = z.infer<typeof topicNameDto>;

/** A topic in the directory. `groupSlug` is the top-level section it stands under. */
export const topicListingDto = topicDto.extend({
  parentSlug: z.string().nullable(),
  groupSlug: z.string(),
  articleCount: z.number().int(),
});
export type TopicListingDto = z.infer<typeof topicListingDto>;

export const topicQueryDto = z.strictObject({
  q: z.string().max(100).default(''),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
