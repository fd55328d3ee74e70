import type { SiteFacts } from './channel.ts';

/** Where nothing is for the public: pages about one reader, the newsroom, and the API behind them. */
const CLOSED = [
  '/account',
  '/admin',
  '/api/',
  '/feeds/',
  '/follow/',
  '/following',
  '/history',
  '/mailbox',
  '/newsletters/confirm',
  '/newsletters/unsubscribe',
  '/saved',
  '/search',
  '/signin',
];

/** The robots file (RFC 9309), with the sitemaps by their whole addresses. */
export function robotsText({ appUrl }: SiteFacts): string {
  return [
    'User-agent: *',
    ...CLOSED.map((path) => `Disallow: ${path}`),
    '',
    ...['/sitemap.xml', '/news-sitemap.xml'].map((path) => `Sitemap: ${appUrl}${path}`),
    '',
  ].join('\n');
}
