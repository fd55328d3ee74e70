import { ArticleRiver } from '@/components/feed/article-river.tsx';
import { EmptyState } from '@/components/feed/empty-state.tsx';
import { FeedLink } from '@/components/layout/feed-link.tsx';
import { Page } from '@/components/layout/page.tsx';
import { PageHeading } from '@/components/layout/page-heading.tsx';
import type { AuthorPage } from '@/features/articles/articles.service.ts';
import { FollowButton } from '@/features/follows/follow-button.tsx';

/** An author's page: who they are, and their articles from some place on. */
export function AuthorView({ page: { author, articles, next } }: { page: AuthorPage }) {
  return (
    <Page width="text">
      <PageHeading
        title={author.name}
        kicker={author.role || 'Author'}
        description={author.bio}
        actions={
          <>
            <FollowButton slug={author.slug} topicName={author.name} label="action" />
            <FeedLink href={`/author/${author.slug}/feed.xml`} name={author.name} />
          </>
        }
      />
      {articles.length > 0 ? (
        <ArticleRiver
          articles={articles}
          label={`Articles by ${author.name}`}
          olderHref={next && `/author/${author.slug}/before/${next}`}
        />
      ) : (
        <EmptyState title="No articles yet">
          <p>Follow {author.name} and the first one will be in Following.</p>
        </EmptyState>
      )}
    </Page>
  );
}
