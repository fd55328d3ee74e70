import { connection } from 'next/server';
import { siteFacts } from '@/app/_server/describe.ts';
import { robotsText } from '@/features/syndication/robots.ts';
import { SHARED_HEADERS } from '@/lib/http.ts';

/** What crawlers may read, and where the sitemaps are. */
export async function GET() {
  // The site's address is known only when it runs.
  await connection();
  return new Response(robotsText(siteFacts()), {
    headers: { ...SHARED_HEADERS, 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
