import type { Metadata } from 'next';
import { cachedArticle } from '@/app/_server/cached.ts';
import { getContext } from '@/app/_server/context.ts';
import { MISSING, photoMetadata, photoPath } from '@/app/_server/describe.ts';
import { PhotoRoom } from '@/components/article/photo-room.tsx';
import { MissingPage } from '@/components/layout/missing-page.tsx';
import { PLACEHOLDER } from '@/lib/placeholder.ts';

export const ensureStatic = 'navigation';
export const generateStaticParams = async () => [{ slug: PLACEHOLDER, place: PLACEHOLDER }];

type Props = { params: Promise<{ slug: string; place: string }> };

/** The article with the photo at this place; no other way of writing the number is an address. */
async function load({ params }: Props) {
  const { slug, place: written } = await params;
  const found = /^[1-9]\d{0,2}$/.test(written) ? await cachedArticle(slug) : null;
  const place = Number(written);
  const photo = found?.article.photos[place - 1];
  return found && photo ? { article: found.article, photo, place } : null;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const loaded = await load(props);
  return loaded ? photoMetadata(loaded.article, loaded.place, getContext().settings.appUrl) : MISSING;
}

/** One photo of an article on a page of its own: what a link to it shows, and the gallery without JavaScript. */
export default async function PhotoPage(props: Props) {
  const loaded = await load(props);
  if (!loaded) return <MissingPage />;
  const { article, photo, place } = loaded;
  const count = article.photos.length;
  return (
    <PhotoRoom
      photo={photo}
      place={place}
      count={count}
      headline={article.headline}
      articleHref={`/article/${article.slug}`}
      previousHref={place > 1 ? photoPath(article.slug, place - 1) : null}
      nextHref={place < count ? photoPath(article.slug, place + 1) : null}
    />
  );
}
