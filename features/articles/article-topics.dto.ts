import { z } from 'zod';

/** The most topics an article may name, its section and its authors aside; the content folder has the same limit. */
export const MAX_TOPICS = 20;
/** The most articles one request may change. */
export const MAX_ARTICLES = 200;

const topicRef = z.object({ slug: z.string(), name: z.string() });
const slugs = (max: number) => z.array(z.string().min(1).max(100)).max(max, `may be at most ${max}`);
const someArticles = slugs(MAX_ARTICLES);

/** `scheduled` waits for its time, and is in no page yet. */
const state = z.enum(['visible', 'scheduled', 'withdrawn']);

/** An article that a search of headlines has found. */
export const foundArticleDto = z.object({
  slug: z.string(),
  headline: z.string(),
  publishedAt: z.string(),
  state,
});
export type FoundArticleDto = z.infer<typeof foundArticleDto>;

export const foundArticlesDto = z.object({ articles: z.array(foundArticleDto) });
export type FoundArticlesDto = z.infer<typeof foundArticlesDto>;

const q = z.string().max(200).default('');
export const articleSearchQueryDto = z.strictObject({ q });

/** An article in a list of one topic's. */
export const topicArticleDto = foundArticleDto.extend({
  /** True when the article names the topic itself. */
  isDirect: z.boolean(),
  /** True when the topic is the section it is filed under, which its source decides. */
  isSection: z.boolean(),
  /** The topics beneath this one that it names, for those which are here through these alone. */
  through: z.array(topicRef),
});
export type TopicArticleDto = z.infer<typeof topicArticleDto>;

export const topicArticlesDto = z.object({
  articles: z.array(topicArticleDto),
  nextCursor: z.string().nullable(),
});
export type TopicArticlesDto = z.infer<typeof topicArticlesDto>;

export const topicArticlesQueryDto = z.strictObject({
  /** Words of headlines, or their beginnings. */
  q,
  /** `nextCursor` of the page before, of the same search. */
  cursor: z.string().max(2_000).default(''),
});
export type TopicArticlesQuery = z.infer<typeof topicArticlesQueryDto>;

/** Articles that come into a topic and that go, or those that move from it to another one. */
export const topicArticlesChangeDto = z
  .strictObject({
    add: someArticles.default([]),
    remove: someArticles.default([]),
    articles: someArticles.optional(),
    /** The slug of the topic they move to. */
    to: z.string().min(1).max(100).optional(),
  })
  .superRefine(({ add, remove, articles, to }, context) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (articles !== undefined && to === undefined) refuse('to', 'must name the topic the articles move to');
    if (to !== undefined && articles === undefined) refuse('articles', 'must name those that move');
    if (to !== undefined && add.length + remove.length > 0) refuse('to', 'cannot go with add or remove');
  });
export type TopicArticlesChange = z.infer<typeof topicArticlesChangeDto>;

/** The articles a change has changed; those that were so already are not named. */
export const changedArticlesDto = z.object({ changed: z.array(z.string()) });
export type ChangedArticlesDto = z.infer<typeof changedArticlesDto>;

export const articleTagDto = topicRef.extend({
  kind: z.string(),
  isRetired: z.boolean(),
  /** What it brings with it: the topics above it, the nearest first. */
  above: z.array(topicRef),
});
export type ArticleTagDto = z.infer<typeof articleTagDto>;

/** Words of the article that are a name of a topic, and those around them. */
export const foundWordsDto = z.object({
  where: z.enum(['headline', 'dek', 'body']),
  before: z.string(),
  words: z.string(),
  after: z.string(),
});
export type FoundWordsDto = z.infer<typeof foundWordsDto>;

export const topicSuggestionDto = topicRef.extend({
  kind: z.string(),
  /** How often it occurs. */
  count: z.number().int(),
  /** The first places it occurs at, those in the headline before all others. */
  found: z.array(foundWordsDto),
});
export type TopicSuggestionDto = z.infer<typeof topicSuggestionDto>;

/** The topics of an article as its editors see them. */
export const articleTopicsDto = foundArticleDto.extend({
  /** Topics it names, in the order it shows them in; its section and its authors aside. */
  topics: z.array(articleTagDto),
  /** The section it is filed under, which its source decides. */
  section: topicRef.nullable(),
  authors: z.array(topicRef),
  /** True once editors have changed them here: its source no longer decides. */
  isManaged: z.boolean(),
  /** True when it comes from a file of the content folder. */
  hasFile: z.boolean(),
  /** Differs whenever `topics` does. */
  version: z.string(),
  suggestions: z.array(topicSuggestionDto),
});
export type ArticleTopicsDto = z.infer<typeof articleTopicsDto>;

/** All topics of an article, in order; `version` is that of those the editor saw. */
export const articleTopicsChangeDto = z.strictObject({
  topics: slugs(MAX_TOPICS),
  version: z.string().max(100),
});
export type ArticleTopicsChange = z.infer<typeof articleTopicsChangeDto>;
