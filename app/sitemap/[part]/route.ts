import { getContext } from '@/app/_server/context.ts';
import { siteFacts } from '@/app/_server/describe.ts';
import { route } from '@/app/_server/route.ts';
import { sitemapPart } from '@/features/syndication/sitemap.service.ts';
import { AppError } from '@/lib/errors.ts';
import { sharedXml, textStream } from '@/lib/http.ts';

type Params = { params: Promise<{ part: string }> };

/** A sitemap of some of the pages, made while it is sent. */
export const GET = route(async (_request: Request, { params }: Params) => {
  const part = await sitemapPart(getContext().db, (await params).part, siteFacts());
  if (!part) throw new AppError('not_found', 'There is no such sitemap.');
  return sharedXml(textStream(part));
});
