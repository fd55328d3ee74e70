import { connection } from 'next/server';
import { getContext } from '@/app/_server/context.ts';
import { siteFacts } from '@/app/_server/describe.ts';
import { route } from '@/app/_server/route.ts';
import { sitemapIndex } from '@/features/syndication/sitemap.service.ts';
import { sharedXml } from '@/lib/http.ts';

/** The index of all sitemaps. */
export const GET = route(async () => {
  await connection();
  return sharedXml(await sitemapIndex(getContext().db, siteFacts()));
});
