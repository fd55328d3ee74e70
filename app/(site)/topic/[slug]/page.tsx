import type { Metadata } from 'next';
import { cachedCoverage, cachedTopic } from '@/app/_server/cached.ts';
import { getContext } from '@/app/_server/context.ts';
import { listingMetadata, MISSING } from '@/app/_server/describe.ts';
import { topicPreview } from '@/app/_server/previews.ts';
import { topicData } from '@/app/_server/structured-data.ts';
import { MissingPage } from '@/components/layout/missing-page.tsx';
import { JsonLd } from '@/components/ui/json-ld.tsx';
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
  const path = `/topic/${slug}`;
  return listingMetadata(name, description, path, getContext().settings.appUrl, {
    feedPath: `${path}/feed`,
    preview: { kind: 'topic', slug, shown: topicPreview(page) },
  });
}

export default async function TopicPage(props: Props) {
  const { slug, page } = await load(props);
  if (!page) return <MissingPage />;
  const { id, topic, family, articles } = page;
  return (
    <>
      <JsonLd data={topicData(topic, family.ancestors, articles, getContext().settings.appUrl)} />
      <TopicView slug={slug} page={page} coverage={await cachedCoverage(topic.slug, id)} />
    </>
  );
}
