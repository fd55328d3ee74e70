import { z } from 'zod';
import { linkDto } from '@/features/articles/article.dto.ts';

/** A topic to follow, and what of the followed it shares most articles with. */
export const followSuggestionDto = linkDto.extend({
  often: linkDto.extend({ isAuthor: z.boolean() }),
});
export type FollowSuggestionDto = z.infer<typeof followSuggestionDto>;
