import { z } from 'zod';
import { linkDto } from '../articles/article.dto.ts';

const neighbourDto = z.object({ slug: z.string(), headline: z.string() });

/** What stands beside an article in a topic that the reader follows; all null where they follow none of its topics. */
export const neighboursDto = z.object({
  topic: linkDto.extend({ isAuthor: z.boolean() }).nullable(),
  newer: neighbourDto.nullable(),
  older: neighbourDto.nullable(),
});
export type NeighboursDto = z.infer<typeof neighboursDto>;

/** `topic` is the one the reader came by. */
export const neighboursQueryDto = z.strictObject({ topic: z.string().max(100).optional() });
