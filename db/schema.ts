/** Every table, for the drizzle client and for drizzle-kit. */
export * from './schema/accounts.ts';
export * from './schema/articles.ts';
export * from './schema/audit.ts';
export * from './schema/feed-tokens.ts';
export * from './schema/follows.ts';
export * from './schema/insights.ts';
export * from './schema/jobs.ts';
export * from './schema/merges.ts';
export * from './schema/newsletters.ts';
export * from './schema/rate-limits.ts';
export * from './schema/reads.ts';
export * from './schema/saves.ts';
export * from './schema/search.ts';
export * from './schema/topics.ts';
