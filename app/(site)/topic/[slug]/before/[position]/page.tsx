import type { Metadata } from 'next';
import { cachedTopic } from '@/app/_server/cached.ts';
import { getContext } from '@/app/_server/context.ts';
import { listingMetadata, MISSING } from '@/app/_server/describe.ts';
import { MissingPage } from '@/components/layout/missing-page.tsx';
import { parsePosition } from '@/features/articles/articles.service.ts';
import { PLACEHOLDER } from '@/lib/placeholder.ts';
import { TopicView } from '../../topic-view.tsx';

export const ensureStatic = 'navigation';
export const generateStaticParams = async () => [{ slug: PLACEHOLDER, position: PLACEHOLDER }];

type Props = { params: Promise<{ slug: string; position: string }> };

async function load({ params }: Props) {
  const { slug, position } = await params;
  const page = parsePosition(position) ? await cachedTopic(slug, position) : null;
  // A place beyond the end is no page.
  return { slug, position, page: page && page.articles.length > 0 ? page : null };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { position, page } = await load(props);
  if (!page) return MISSING;
  const { name, description, slug } = page.topic;
  return listingMetadata(
    `${name}, older articles`,
    description,
    `/topic/${slug}/before/${position}`,
    getContext().settings.appUrl,
  );
}

/** Older articles, from a place in the list on. */
export default async function OlderTopicPage(props: Props) {
  const { slug, page } = await load(props);
  return page ? <TopicView slug={slug} page={page} /> : <MissingPage />;
}
