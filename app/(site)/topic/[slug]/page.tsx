import type { Metadata } from 'next';
import { cachedTopic } from '@/app/_server/cached.ts';
import { getContext } from '@/app/_server/context.ts';
import { listingMetadata, MISSING } from '@/app/_server/describe.ts';
import { MissingPage } from '@/components/layout/missing-page.tsx';
import { PLACEHOLDER, placeholderParams } from '@/lib/placeholder.ts';
import { TopicView } from './topic-view.tsx';

export const ensureStatic = 'navigation';
export const generateStaticParams = async () => placeholderParams('slug');

type Props = { params: Promise<{ slug: string }> };

async function load({ params }: Props) {
  const { slug } = await params;
  const page = slug === PLACEHOLDER ? null : await cachedTopic(slug);
  return { slug, page };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { page } = await load(props);
  if (!page) return MISSING;
  const { name, description, slug } = page.topic;
  return listingMetadata(name, description, `/topic/${slug}`, getContext().settings.appUrl);
}

export default async function TopicPage(props: Props) {
  const { slug, page } = await load(props);
  return page ? <TopicView slug={slug} page={page} /> : <MissingPage />;
}
