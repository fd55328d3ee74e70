import { SITE } from '@/content/site.ts';
import type { ArticleDto, PhotoDto } from '@/features/articles/article.dto.ts';
import type { AuthorPage } from '@/features/articles/articles.service.ts';
import { type Preview, previewFile } from '@/features/previews/preview.ts';
import type { TopicPage } from '@/features/topics/topics.service.ts';
import { cachedArticle, cachedAuthor, cachedTopic } from './cached.ts';

/** Which link preview a page has. */

export const PREVIEW_KINDS = ['article', 'topic', 'author'] as const;
export type PreviewKind = (typeof PREVIEW_KINDS)[number];

/** What the paper's own colour is, where no section gives one. */
const ACCENT = '#b3261a';
const colours = new Map<string, string>(SITE.sections.map(({ slug, colour }) => [slug, colour]));

/** Where the picture of this preview is: the address changes with all that it shows. */
export function previewPath(kind: PreviewKind, slug: string, preview: Preview): string {
  return `/preview/${kind}/${slug}/${previewFile(preview)}`;
}

/** An article's headline beside its lead photo, in the colour of its section. */
export function articlePreview({ headline, section, photo }: ArticleDto): Preview {
  return {
    kicker: section.name,
    title: headline,
    text: '',
    colour: colourOf(section.slug),
    photo: placed(photo),
  };
}

/** A topic's name and what it is about, in the colour of the section it stands in. */
export function topicPreview({ topic, family }: Pick<TopicPage, 'topic' | 'family'>): Preview {
  const top = family.ancestors[0]?.slug ?? topic.slug;
  const kicker = family.ancestors.at(-1)?.name ?? SITE.name;
  return { kicker, title: topic.name, text: topic.description, colour: colourOf(top), photo: null };
}

/** An author's name, role and what they write of themselves. */
export function authorPreview({ name, role, bio }: AuthorPage['author']): Preview {
  return { kicker: role || 'Author', title: name, text: bio, colour: ACCENT, photo: null };
}

/** The preview of a page as it is now, or null when there is no such page at this very address. */
export async function findPreview(kind: PreviewKind, slug: string): Promise<Preview | null> {
  if (kind === 'article') {
    const found = await cachedArticle(slug);
    return found && articlePreview(found.article);
  }
  if (kind === 'topic') {
    const page = await cachedTopic(slug);
    return page && page.topic.slug === slug && page.topic.kind !== 'author' ? topicPreview(page) : null;
  }
  const page = await cachedAuthor(slug);
  return page && authorPreview(page.author);
}

function colourOf(slug: string): string {
  return colours.get(slug) ?? ACCENT;
}

function placed(photo: PhotoDto | null): Preview['photo'] {
  return photo && { src: photo.src, focalX: photo.focalX, focalY: photo.focalY };
}
