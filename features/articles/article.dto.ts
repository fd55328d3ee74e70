import { z } from 'zod';

/** A photo as views need it. `src` is below `/media/`; focal point as fractions from the top left. */
export const photoDto = z.object({
  src: z.string(),
  alt: z.string(),
  caption: z.string(),
  credit: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  focalX: z.number(),
  focalY: z.number(),
  dominantColour: z.string(),
});
export type PhotoDto = z.infer<typeof photoDto>;

/** A name and where it leads: a topic or an author. */
export const linkDto = z.object({ slug: z.string(), name: z.string() });
export type LinkDto = z.infer<typeof linkDto>;

/** An article as lists show it. Instants are ISO 8601 strings in UTC. */
export const articleCardDto = z.object({
  slug: z.string(),
  headline: z.string(),
  dek: z.string(),
  photo: photoDto.nullable(),
  authors: z.array(linkDto),
  section: linkDto,
  publishedAt: z.string(),
  updatedAt: z.string().nullable(),
  /** Direct topics in the editor's order; never author topics. */
  topics: z.array(linkDto),
});
export type ArticleCardDto = z.infer<typeof articleCardDto>;

/** A whole article. `bodyHtml` was sanitised when it was published. */
export const articleDto = articleCardDto.extend({
  bodyHtml: z.string(),
  dateline: z.string().nullable(),
  agency: z.string().nullable(),
  wordCount: z.number().int(),
  readingMinutes: z.number().int(),
  /** All photos in gallery order; the first is the lead photo. */
  photos: z.array(photoDto),
});
export type ArticleDto = z.infer<typeof articleDto>;
