import { type Channel, type ChannelItem, changedAt, type SiteFacts } from './channel.ts';

/**
 * A channel as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). The same channel makes the same text.
 */
export function jsonFeed(channel: Channel, site: SiteFacts): string {
  const { appUrl } = site;
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: channel.title,
    home_page_url: `${appUrl}${channel.pagePath}`,
    feed_url: `${appUrl}${channel.feedPath}.json`,
    ...(channel.description && { description: channel.description }),
    favicon: `${appUrl}/icon.svg`,
    language: site.language,
    items: channel.items.map((item) => jsonItem(item, appUrl)),
  });
}

function jsonItem({ article }: ChannelItem, appUrl: string): object {
  const url = `${appUrl}/article/${article.slug}`;
  const { photo } = article;
  return {
    id: url,
    url,
    title: article.headline,
    content_text: article.dek,
    date_published: article.publishedAt,
    date_modified: changedAt(article),
    authors: article.authors.map(({ slug, name }) => ({ name, url: `${appUrl}/author/${slug}` })),
    tags: [...new Set([article.section.name, ...article.topics.map((topic) => topic.name)])],
    ...(photo && { image: `${appUrl}${photo.src}` }),
  };
}
