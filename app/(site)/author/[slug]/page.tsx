import type { Metadata } from 'next';
import { cachedAuthor } from '@/app/_server/cached.ts';
import { getContext } from '@/app/_server/context.ts';
import { listingMetadata, MISSING } from '@/app/_server/describe.ts';
import { authorPreview } from '@/app/_server/previews.ts';
import { authorData } from '@/app/_server/structured-data.ts';
import { MissingPage } from '@/components/layout/missing-page.tsx';
import { JsonLd } from '@/components/ui/json-ld.tsx';
import { PLACEHOLDER, placeholderParams } from '@/lib/placeholder.ts';
import { AuthorView } from './author-view.tsx';

export const ensureStatic = 'navigation';
export const generateStaticParams = async () => placeholderParams('slug');

type Props = { params: Promise<{ slug: string }> };

async function load({ params }: Props) {
  const { slug } = await params;
  const page = slug === PLACEHOLDER ? null : await cachedAuthor(slug);
  return { slug, page };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { page } = await load(props);
  if (!page) return MISSING;
  const { name, role, bio, slug } = page.author;
  const path = `/author/${slug}`;
  return listingMetadata(name, bio || role, path, getContext().settings.appUrl, {
    feedPath: `${path}/feed`,
    preview: { kind: 'author', slug, shown: authorPreview(page.author) },
  });
}

export default async function AuthorPage(props: Props) {
  const { page } = await load(props);
  if (!page) return <MissingPage />;
  return (
    <>
      <JsonLd data={authorData(page.author, getContext().settings.appUrl)} />
      <AuthorView page={page} />
    </>
  );
}
