import type { Metadata } from 'next';
import { cachedArticle } from '@/app/_server/cached.ts';
import { getContext } from '@/app/_server/context.ts';
import { articleMetadata, MISSING, photoPath } from '@/app/_server/describe.ts';
import { articlePreview, previewPath } from '@/app/_server/previews.ts';
import { articleData } from '@/app/_server/structured-data.ts';
import { ArticleBody } from '@/components/article/article-body.tsx';
import { ArticleHeader } from '@/components/article/article-header.tsx';
import { ArticleLayout } from '@/components/article/article-layout.tsx';
import { Gallery } from '@/components/article/gallery.tsx';
import { LeadPhoto } from '@/components/article/lead-photo.tsx';
import { NewsletterPromo } from '@/components/article/newsletter-promo.tsx';
import { PhotoStrip } from '@/components/article/photo-strip.tsx';
import { RelatedArticles } from '@/components/article/related-articles.tsx';
import { ShareButton } from '@/components/article/share-button.tsx';
import { TopicBox, TopicBoxItem } from '@/components/article/topic-box.tsx';
import { ArticleCard } from '@/components/feed/article-card.tsx';
import { DisplayControl } from '@/components/layout/display-control.tsx';
import { MissingPage } from '@/components/layout/missing-page.tsx';
import { JsonLd } from '@/components/ui/json-ld.tsx';
import { Neighbours } from '@/features/feed/neighbours-island.tsx';
import { FollowButton } from '@/features/follows/follow-button.tsx';
import { NewCountIsland } from '@/features/me/new-count-island.tsx';
import { SignUpIsland } from '@/features/newsletters/sign-up-island.tsx';
import { PLACEHOLDER, placeholderParams } from '@/lib/placeholder.ts';
import { Own } from './own-island.tsx';

export const ensureStatic = 'navigation';
export const generateStaticParams = async () => placeholderParams('slug');

type Props = { params: Promise<{ slug: string }> };

async function load({ params }: Props) {
  const { slug } = await params;
  return slug === PLACEHOLDER ? null : cachedArticle(slug);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const loaded = await load(props);
  return loaded ? articleMetadata(loaded.article, getContext().settings.appUrl) : MISSING;
}

export default async function ArticlePage(props: Props) {
  const loaded = await load(props);
  if (!loaded) return <MissingPage />;
  const { article, related } = loaded;
  const { photos, topics, authors } = article;
  const [lead] = photos;
  const { appUrl } = getContext().settings;
  const preview = `${appUrl}${previewPath('article', article.slug, articlePreview(article))}`;
  return (
    <>
      <JsonLd data={articleData(article, appUrl, preview)} />
      <ArticleLayout
        photo={
          lead ? <LeadPhoto photo={lead} count={photos.length} href={photoPath(article.slug, 1)} /> : null
        }
        header={<ArticleHeader {...article} />}
        tools={
          <>
            <Own slug={article.slug} />
            <ShareButton title={article.headline} />
            <DisplayControl />
          </>
        }
        after={
          <>
            <NewsletterPromo returnTo={`/article/${article.slug}`} />
            <TopicBox newCount={<NewCountIsland />}>
              {[...topics, ...authors].map(({ slug, name }) => (
                <TopicBoxItem key={slug}>
                  <FollowButton slug={slug} topicName={name} />
                </TopicBoxItem>
              ))}
            </TopicBox>
            <Neighbours slug={article.slug} />
          </>
        }
        foot={
          related.length > 0 ? (
            <RelatedArticles>
              {related.map((card) => (
                <ArticleCard key={card.slug} article={card} variant="brief" />
              ))}
            </RelatedArticles>
          ) : null
        }
      >
        <ArticleBody html={article.bodyHtml} />
        <PhotoStrip photos={photos} hrefOf={(place) => photoPath(article.slug, place)} />
      </ArticleLayout>
      <SignUpIsland />
      {photos.length > 0 ? <Gallery photos={photos} headline={article.headline} /> : null}
    </>
  );
}
