import type { ArticleCardDto } from '@/features/articles/article.dto.ts';

/** The paper, as its feeds name it. `appUrl` is where readers find it, without a trailing slash. */
export type SiteFacts = { appUrl: string; name: string; language: string };

/** An article in a feed. `photoBytes` is the size of its photo's file, null where that is not known. */
export type ChannelItem = { article: ArticleCardDto; photoBytes: number | null };

/** What a feed of either format is made from. Paths begin with a slash. */
export type Channel = {
  title: string;
  description: string;
  /** The page that shows the same articles. */
  pagePath: string;
  /** Where this feed is, without `.xml` or `.json`. */
  feedPath: string;
  items: ChannelItem[];
};

/** When an article last changed: an instant in ISO 8601. */
export function changedAt({ publishedAt, updatedAt }: ArticleCardDto): string {
  return updatedAt !== null && updatedAt > publishedAt ? updatedAt : publishedAt;
}

/** The media type of a photo by the end of its name (what may be published: photoShape of the content folder). */
export function photoType(src: string): string {
  const end = src.slice(src.lastIndexOf('.') + 1);
  return `image/${end === 'jpg' ? 'jpeg' : end}`;
}
