import { etagOf } from '@/app/_server/cached-feeds.ts';
import { getContext } from '@/app/_server/context.ts';
import { siteFacts } from '@/app/_server/describe.ts';
import { FEED_TYPES } from '@/app/_server/feed-route.ts';
import { route } from '@/app/_server/route.ts';
import { SITE } from '@/content/site.ts';
import { photoBytes } from '@/features/articles/content/photo-file.ts';
import { getFeedPage } from '@/features/feed/feed.service.ts';
import { openPrivateFeed } from '@/features/feed/private-feed.service.ts';
import { jsonFeed } from '@/features/syndication/json-feed.ts';
import { rssFeed } from '@/features/syndication/rss.ts';
import { isUnchanged } from '@/lib/conditional.ts';
import { AppError } from '@/lib/errors.ts';
import { PRIVATE_HEADERS } from '@/lib/http.ts';

const ITEMS = 30;
const FILE = /^([\w-]+)\.(xml|json)$/;

type Params = { params: Promise<{ file: string }> };

/** One reader's Following as a feed, for whoever has its address: `/feeds/{token}.xml` or `.json`. */
export const GET = route(async (request: Request, { params }: Params) => {
  const { db, settings } = getContext();
  const [, token = '', format = ''] = FILE.exec((await params).file) ?? [];
  const userId = await openPrivateFeed({ db, settings }, token, new Date());
  if (!userId) throw new AppError('not_found', 'There is no such feed.');
  const { items } = await getFeedPage({ db, secret: settings.secret }, userId, { limit: ITEMS });
  const channel = {
    title: `Following · ${SITE.name}`,
    description: `The articles of ${SITE.name} on what one reader follows.`,
    pagePath: '/following',
    feedPath: `/feeds/${token}`,
    items: await Promise.all(
      items.map(async (article) => ({
        article,
        photoBytes: article.photo && (await photoBytes(settings.contentDir, article.photo.src)),
      })),
    ),
  };
  const text = (format === 'xml' ? rssFeed : jsonFeed)(channel, siteFacts());
  const etag = etagOf(text);
  const headers = { ...PRIVATE_HEADERS, ETag: etag, 'X-Robots-Tag': 'noindex' };
  if (isUnchanged(request, { etag })) return new Response(null, { status: 304, headers });
  const type = format === 'xml' ? FEED_TYPES.xml : FEED_TYPES.json;
  return new Response(text, { headers: { ...headers, 'Content-Type': type } });
});
