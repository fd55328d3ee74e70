import { expect, test } from '../test.ts';

const PAGES = [
  '/',
  '/article/pompeo-accuses-iran-of-al-qaeda-ties',
  '/topic/iran',
  '/author/nora-lindqvist',
  '/topics',
  '/topics/a-z',
  '/search?q=iran',
  '/following',
];

test('an anonymous visit asks our API nothing, and no page asks anyone else anything', async ({
  page,
  site,
}) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  for (const path of PAGES) {
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
  }
  expect(requests.length).toBeGreaterThan(PAGES.length);
  expect(requests.filter((url) => url.includes('/api/'))).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(site.url) && !url.startsWith('data:'))).toEqual([]);
});

test('a signed-in reader’s article asks once, for everything its islands need', async ({
  page,
  context,
  signIn,
}) => {
  await signIn(context);
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) asked.push(pathname);
  });
  await page.goto('/article/pompeo-accuses-iran-of-al-qaeda-ties', { waitUntil: 'networkidle' });
  await expect(page.getByRole('button', { name: 'Follow Iran', exact: true })).toBeVisible();
  expect(asked).toEqual(['/api/me']);
});

test('a stale hint is cleared by the server and the page stays quiet after', async ({
  page,
  context,
  site,
}) => {
  await context.addCookies([{ name: 'signed-in', value: '1', url: site.url }]);
  const answered = page.waitForResponse('**/api/me');
  await page.goto('/topic/iran');
  await answered;
  await expect
    .poll(async () => (await context.cookies()).filter((cookie) => cookie.name === 'signed-in'))
    .toEqual([]);
});

test('an article tells machines what it is', async ({ page, site }) => {
  await page.goto('/article/pompeo-accuses-iran-of-al-qaeda-ties');
  const { '@graph': things } = JSON.parse(
    (await page.locator('script[type="application/ld+json"]').textContent()) ?? '{}',
  );
  const data = things.find((thing: { '@type': string }) => thing['@type'] === 'NewsArticle');
  expect(data).toMatchObject({ '@type': 'NewsArticle', datePublished: '2021-01-12T18:40:00.000Z' });
  expect(data.image).toHaveLength(3);
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
    'href',
    `${site.url}/article/pompeo-accuses-iran-of-al-qaeda-ties`,
  );
  await expect(page.locator('meta[property="og:type"]')).toHaveAttribute('content', 'article');
  const preview = await page.locator('meta[property="og:image"]').getAttribute('content');
  expect((await page.request.get(preview ?? '')).headers()['content-type']).toMatch(/^image\//);
  await expect(page.locator('time[datetime="2021-01-12T18:40:00.000Z"]').first()).toBeVisible();
});
