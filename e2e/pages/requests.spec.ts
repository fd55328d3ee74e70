import type { Page } from '@playwright/test';
import { expect, test } from '../test.ts';

/** Collects what a page asks the API, and what pages it has made anew, from now on: "PUT /api/follows/mars". */
function watchRequests(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    const isRefresh = request.headers().rsc !== undefined && !request.headers()['next-router-prefetch'];
    if (pathname.startsWith('/api/') || isRefresh) asked.push(`${request.method()} ${pathname}`);
  });
  return asked;
}

/** Opens a page and waits until its islands know who is there. */
async function open(page: Page, path: string): Promise<void> {
  const known = page.waitForResponse('**/api/me');
  await page.goto(path);
  await known;
  await page.waitForLoadState('networkidle');
}

test('three topics followed quickly cost three writes and one look at what came of them', async ({
  page,
  context,
  signIn,
}) => {
  await signIn(context);
  await open(page, '/topics');
  const asked = watchRequests(page);
  const looked = page.waitForResponse('**/api/me');
  await page.getByRole('main').evaluate((main) => {
    const buttons = [...main.querySelectorAll('button')];
    for (const name of ['Mars', 'Oceans', 'Football']) {
      buttons.find((button) => button.textContent === `Follow ${name}`)?.click();
    }
  });
  const me = (await (await looked).json()) as { followedTopics: string[] };
  expect(me.followedTopics.sort()).toEqual(['football', 'mars', 'oceans']);
  await page.waitForLoadState('networkidle');
  expect(asked).toEqual([
    'PUT /api/follows/mars',
    'PUT /api/follows/oceans',
    'PUT /api/follows/football',
    'GET /api/me',
  ]);
});

test('of many taps on one topic the first and the last are sent', async ({ page, context, signIn }) => {
  await signIn(context);
  await open(page, '/topic/mars');
  await page.route('**/api/follows/*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  const asked = watchRequests(page);
  const looked = page.waitForResponse('**/api/me');
  await page
    .getByRole('button', { name: /Follow(ing)? Mars/ })
    .evaluate((button: HTMLButtonElement) => [1, 2, 3, 4, 5].map(() => button.click()));
  await looked;
  await page.waitForLoadState('networkidle');
  expect(asked.at(-1)).toBe('GET /api/me');
  expect(asked.filter((request) => request === 'GET /api/me')).toHaveLength(1);
  expect(asked.length).toBeLessThanOrEqual(3);
  expect(asked.at(-2)).toBe('PUT /api/follows/mars');
});

test('who is there is asked once for all buttons of a page, and again by a page opened half a minute later', async ({
  page,
  context,
  signIn,
}) => {
  await signIn(context);
  await page.clock.install();
  await open(page, '/topics');
  const asked = watchRequests(page);
  const timesAsked = () => asked.filter((request) => request === 'GET /api/me').length;
  const goTo = async (section: string) => {
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: section }).click();
    await expect(page.getByRole('heading', { level: 1, name: section })).toBeVisible();
    await expect(page.getByRole('button', { name: `Follow ${section}`, exact: true })).toBeVisible();
  };
  await goTo('World');
  await page.waitForLoadState('networkidle');
  expect(timesAsked()).toBe(0);
  await page.clock.fastForward(31_000);
  await goTo('Politics');
  await expect.poll(timesAsked).toBe(1);
});

test('opening Following asks once who is there, tells once what was seen, and shows no count after', async ({
  page,
  context,
  signIn,
  site,
}) => {
  await signIn(context);
  await context.request.put('/api/follows/mars', { headers: { Origin: site.url } });
  const headline = `Mars has news ${Date.now()}`;
  site.publish('mars-has-news', { headline, topics: ['mars'] });
  await expect(async () => {
    const { newCount } = (await (await context.request.get('/api/feed/new-count')).json()) as {
      newCount: number;
    };
    expect(newCount).toBe(1);
  }).toPass();
  const asked = watchRequests(page);
  await open(page, '/following');
  await expect(page.getByText('1 new since your last visit.')).toBeVisible();
  const wanted = ['GET /api/me', 'POST /api/feed/seen'];
  await expect.poll(() => asked.toSorted()).toEqual(wanted);
  // And nothing comes after.
  await page.waitForLoadState('networkidle');
  expect(asked.toSorted()).toEqual(wanted);
  await expect(page.getByRole('navigation', { name: 'Yours' })).not.toContainText('new article');
  site.withdraw('mars-has-news');
});

test('an answer about the reader that comes late does not bring the count of what was seen back', async ({
  page,
  context,
  signIn,
  site,
}) => {
  await signIn(context);
  await context.request.put('/api/follows/oceans', { headers: { Origin: site.url } });
  site.publish('oceans-have-news', { headline: 'Oceans have news', topics: ['oceans'] });
  await expect(async () => {
    const me = (await (await context.request.get('/api/me')).json()) as { newCount: number };
    expect(me.newCount).toBe(1);
  }).toPass();
  // Counted before what is on screen is noted as seen, and told some time after.
  const [counted, noted] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  await page.route('**/api/me', async (route) => {
    const answer = await route.fetch();
    counted.resolve();
    await noted.promise;
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.fulfill({ response: answer });
  });
  await page.route('**/api/feed/seen', async (route) => {
    await counted.promise;
    await route.fulfill({ response: await route.fetch() });
    noted.resolve();
  });
  const late = page.waitForResponse('**/api/me');
  await page.goto('/following');
  expect(((await (await late).json()) as { newCount: number }).newCount).toBe(1);
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('navigation', { name: 'Yours' })).not.toContainText('new article');
  site.withdraw('oceans-have-news');
});

test('an article has the faces it is set in asked for ahead, and others only where they are used @once', async ({
  page,
}) => {
  const fonts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'font') fonts.push(new URL(request.url()).pathname);
  });
  await page.goto('/article/webb-telescope-leaves-earth');
  await page.evaluate(() => document.fonts.ready);
  const ahead = await page
    .locator('link[rel=preload][as=font]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(ahead).toHaveLength(3);
  expect([...new Set(fonts)].sort()).toEqual(ahead.sort());

  const bold = page.waitForRequest(/newsreader-text-bold/);
  const extended = page.waitForRequest(/newsreader-text-ext/);
  await page
    .getByText('It was the easy part.')
    .evaluate((text) => text.insertAdjacentHTML('beforeend', ' <strong>Bold</strong> Łódź'));
  await Promise.all([bold, extended]);
});
