import { createHash } from 'node:crypto';
import { cacheLife, cacheTag } from 'next/cache';
import { SITE } from '@/content/site.ts';
import type { ArticleCardDto } from '@/features/articles/article.dto.ts';
import { getNewest } from '@/features/articles/articles.service.ts';
import { photoBytes } from '@/features/articles/content/photo-file.ts';
import type { Channel } from '@/features/syndication/channel.ts';
import { jsonFeed } from '@/features/syndication/json-feed.ts';
import { rssFeed } from '@/features/syndication/rss.ts';
import { TOPIC_TREE_TAG } from '@/features/topics/topic-tree-tag.ts';
import { cachedAuthor, cachedTopic } from './cached.ts';
import { getContext } from './context.ts';
import { siteFacts } from './describe.ts';

/** Whose feed: the whole paper's, a topic's or an author's, by slug. */
export type FeedSource = { kind: 'paper' } | { kind: 'topic' | 'author'; slug: string };
export type FeedFormat = 'xml' | 'json';

export type CachedFeed = {
  text: string;
  /** A weak tag: the text may be sent compressed. */
  etag: string;
  /** When this text was made, in milliseconds since 1970. */
  madeAt: number;
};

const PAPER_ITEMS = 30;

type Found = { movedTo: string } | { channel: Omit<Channel, 'items'>; articles: ArticleCardDto[] };

/**
 * A feed, made once and kept for as long as the page that shows the same articles; where it is now
 * for a topic's old address; or null when there is no such topic or author.
 */
export async function cachedFeed(
  source: FeedSource,
  format: FeedFormat,
): Promise<CachedFeed | { movedTo: string } | null> {
  'use cache';
  cacheLife('max');
  cacheTag(source.kind === 'paper' ? 'front' : `${source.kind}:${source.slug}`, TOPIC_TREE_TAG);
  const found = await find(source);
  if (!found) return null;
  if ('movedTo' in found) return { movedTo: `${found.movedTo}.${format}` };
  const { contentDir } = getContext().settings;
  const items = await Promise.all(
    found.articles.map(async (article) => ({
      article,
      photoBytes: article.photo && (await photoBytes(contentDir, article.photo.src)),
    })),
  );
  const write = format === 'xml' ? rssFeed : jsonFeed;
  const text = write({ ...found.channel, items }, siteFacts());
  return { text, etag: etagOf(text), madeAt: Date.now() };
}

/** The weak tag of a feed's text. */
export function etagOf(text: string): string {
  return `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
}

async function find(source: FeedSource): Promise<Found | null> {
  if (source.kind === 'paper') {
    const channel = { title: SITE.name, description: SITE.description, pagePath: '/', feedPath: '/feed' };
    return { channel, articles: await getNewest(getContext().db, PAPER_ITEMS) };
  }
  return source.kind === 'topic' ? findTopic(source.slug) : findAuthor(source.slug);
}

async function findTopic(slug: string): Promise<Found | null> {
  const page = await cachedTopic(slug);
  if (!page) return null;
  const { topic, articles } = page;
  // As the topic's page does: authors have pages of their own, and old addresses lead on.
  if (topic.kind === 'author') return { movedTo: `/author/${topic.slug}/feed` };
  if (topic.slug !== slug) return { movedTo: `/topic/${topic.slug}/feed` };
  cacheTag(`topic:${topic.slug}`, 'topics');
  return { channel: channelOf(topic.name, topic.description, `/topic/${topic.slug}`), articles };
}

async function findAuthor(slug: string): Promise<Found | null> {
  const page = await cachedAuthor(slug);
  if (!page) return null;
  const { name, bio, role } = page.author;
  return { channel: channelOf(name, bio || role, `/author/${slug}`), articles: page.articles };
}

function channelOf(name: string, description: string, pagePath: string): Omit<Channel, 'items'> {
  return {
    title: `${name} · ${SITE.name}`,
    description: description || `Articles of ${SITE.name}: ${name}`,
    pagePath,
    feedPath: `${pagePath}/feed`,
  };
}
