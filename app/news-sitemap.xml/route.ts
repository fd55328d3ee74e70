import { connection } from 'next/server';
import { getContext } from '@/app/_server/context.ts';
import { siteFacts } from '@/app/_server/describe.ts';
import { route } from '@/app/_server/route.ts';
import { newsSitemap } from '@/features/syndication/sitemap.service.ts';
import { sharedXml } from '@/lib/http.ts';

/** The articles of the last two days, for news search. */
export const GET = route(async () => {
  await connection();
  return sharedXml(await newsSitemap(getContext().db, siteFacts(), new Date()));
});
