import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cachedFrontPage } from '@/app/_server/cached.ts';
import { getContext } from '@/app/_server/context.ts';
import { listingMetadata } from '@/app/_server/describe.ts';
import { siteData } from '@/app/_server/structured-data.ts';
import { EmptyState } from '@/components/feed/empty-state.tsx';
import { FrontPage } from '@/components/feed/front-page.tsx';
import { Page } from '@/components/layout/page.tsx';
import { JsonLd } from '@/components/ui/json-ld.tsx';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import { SITE } from '@/content/site.ts';
import { TopicsStrip } from '@/features/feed/topics-strip.tsx';
import { placeholderParams } from '@/lib/placeholder.ts';

export const ensureStatic = 'navigation';
export const generateStaticParams = async () => placeholderParams('edition');

/** What `/` is rewritten to (next.config.ts): a parameter keeps the page out of the build, which has no database. */
const EDITION = 'today';

type Props = { params: Promise<{ edition: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  if ((await params).edition !== EDITION) return {};
  const { title: _own, ...metadata } = listingMetadata(
    SITE.name,
    SITE.description,
    '/',
    getContext().settings.appUrl,
    { feedPath: '/feed' },
  );
  return { ...metadata, title: { absolute: SITE.name } };
}

export default async function FrontPageRoute({ params }: Props) {
  if ((await params).edition !== EDITION) notFound();
  const front = await cachedFrontPage();
  return (
    <Page>
      <JsonLd data={siteData(getContext().settings.appUrl)} />
      <h1>
        <VisuallyHidden>{SITE.name}: today’s front page</VisuallyHidden>
      </h1>
      {front ? (
        <FrontPage {...front} own={<TopicsStrip />} />
      ) : (
        <EmptyState title="Nothing is published yet">
          <p>Articles appear here as soon as the newsroom publishes them.</p>
        </EmptyState>
      )}
    </Page>
  );
}
