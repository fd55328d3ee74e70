import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cachedAuthor } from '@/app/_server/cached.ts';
import { getContext } from '@/app/_server/context.ts';
import { listingMetadata } from '@/app/_server/describe.ts';
import { ArticleCard } from '@/components/feed/article-card.tsx';
import { ArticleList, ArticleListItem } from '@/components/feed/article-list.tsx';
import { EmptyState } from '@/components/feed/empty-state.tsx';
import { Page } from '@/components/layout/page.tsx';
import { PageHeading } from '@/components/layout/page-heading.tsx';
import { FollowButton } from '@/features/follows/follow-button.tsx';
import { PLACEHOLDER, placeholderParams } from '@/lib/placeholder.ts';

export const ensureStatic = 'navigation';
export const generateStaticParams = async () => placeholderParams('slug');

type Props = { params: Promise<{ slug: string }> };

async function load({ params }: Props) {
  const { slug } = await params;
  return slug === PLACEHOLDER ? null : cachedAuthor(slug);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const page = await load(props);
  if (!page) return {};
  const { name, role, bio, slug } = page.author;
  return listingMetadata(name, bio || role, `/author/${slug}`, getContext().settings.appUrl);
}

export default async function AuthorPage(props: Props) {
  const page = await load(props);
  if (!page) notFound();
  const { author, articles } = page;
  return (
    <Page width="text">
      <PageHeading
        title={author.name}
        kicker={author.role || 'Author'}
        description={author.bio}
        actions={<FollowButton slug={author.slug} topicName={author.name} label="action" />}
      />
      {articles.length > 0 ? (
        <ArticleList label={`Articles by ${author.name}`}>
          {articles.map((article, index) => (
            <ArticleListItem key={article.slug}>
              <ArticleCard article={article} variant="river" headingLevel={2} isPriority={index === 0} />
            </ArticleListItem>
          ))}
        </ArticleList>
      ) : (
        <EmptyState title="No articles yet">
          <p>Follow {author.name} and the first one will be in Following.</p>
        </EmptyState>
      )}
    </Page>
  );
}
