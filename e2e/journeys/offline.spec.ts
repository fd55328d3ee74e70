import type { Page } from '@playwright/test';
import { expect, test } from '../test.ts';

// Elsewhere there is none: what it asks for would pass by the tests' own routes.
test.use({ serviceWorkers: 'allow' });

const ARTICLE = '/article/fire-at-notre-dame';

/** Waits until a copy of the page is on this device. */
async function isKept(page: Page, path: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(async (address) => Boolean(await caches.match(address)), path), {
      message: `${path} is kept`,
    })
    .toBe(true);
}

test('without a network the last feed and the opened articles can be read, and any other page says what can', async ({
  page,
  context,
  signIn,
  site,
  isAccessible,
}) => {
  await signIn(context);
  await context.request.put('/api/follows/world', { headers: { Origin: site.url } });
  await page.goto('/following');
  await isKept(page, '/following');
  const headline = page
    .getByRole('list', { name: 'Your feed', exact: true })
    .getByRole('article')
    .first()
    .getByRole('heading');
  const title = (await headline.textContent()) ?? '';
  await headline.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  const article = new URL(page.url()).pathname;
  await isKept(page, article);

  await context.setOffline(true);
  const notice = page.getByText('You are offline.');
  await expect(notice).toBeVisible();
  await page.goto('/following');
  await expect(page.getByText('What you opened lately can still be read.')).toBeVisible();
  await headline.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);

  // A photo's own page is not kept; its article has the photo.
  await page.goto(`${article}/photo/1`);
  await expect(page).toHaveURL(article);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);

  await page.goto('/search?q=iran');
  await expect(page.getByRole('heading', { name: 'This page needs a connection' })).toBeVisible();
  await isAccessible(page);
  await page.getByRole('main').getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);

  await context.setOffline(false);
  await expect(notice).toBeHidden();
});

test('follows and saves made without a network are kept, shown, and sent in order when it is back @once', async ({
  page,
  context,
  signIn,
}) => {
  await signIn(context);
  await page.goto(ARTICLE);
  await isKept(page, ARTICLE);
  await context.setOffline(true);
  const follow = page
    .getByRole('main')
    .getByRole('button', { name: /^Follow(ing)? France$/ })
    .first();
  const save = page.getByRole('button', { name: /^Saved?$/ }).first();
  await follow.click();
  await expect(page.getByText('You are offline. This will be sent when you are back.')).toBeVisible();
  await save.click();
  await page.reload();
  await expect(follow).toHaveAttribute('aria-pressed', 'true');
  await expect(save).toHaveAttribute('aria-pressed', 'true');
  // The last wish counts.
  await follow.click();
  await expect(follow).toHaveAttribute('aria-pressed', 'false');
  await follow.click();
  await expect(follow).toHaveAttribute('aria-pressed', 'true');

  await context.setOffline(false);
  await expect(page.getByText('You are back. What you did offline has been sent.')).toBeVisible();
  const me = await (await context.request.get(`/api/me?article=${ARTICLE.split('/').at(-1)}`)).json();
  expect(me).toMatchObject({ followedTopics: ['france'], isSaved: true });
  await expect(follow).toHaveAttribute('aria-pressed', 'true');
});

test('who signs out leaves no copy behind, and who never follows anything has none @once', async ({
  page,
  context,
  signIn,
}) => {
  const traces = () =>
    page.evaluate(async () => ({
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      pages: await Promise.all(
        (await caches.keys()).map(async (name) => {
          const keys = await (await caches.open(name)).keys();
          return keys
            .map(({ url }) => new URL(url).pathname)
            .filter((path) => !path.startsWith('/_next/static/'));
        }),
      ),
    }));
  await page.goto(ARTICLE, { waitUntil: 'networkidle' });
  expect(await traces()).toEqual({ workers: 0, pages: [] });

  await signIn(context);
  await page.goto(ARTICLE);
  await isKept(page, ARTICLE);
  await page.goto('/account');
  await page.getByRole('main').getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page).toHaveURL(/\/signin/);
  await expect
    .poll(async () => (await traces()).pages.flat().filter((path) => path !== '/offline'))
    .toEqual([]);
  const noted = await page.evaluate(async () => {
    const counts: Record<string, number> = {};
    for (const { name = '' } of await indexedDB.databases()) {
      const open = indexedDB.open(name);
      await new Promise((resolve) => open.addEventListener('success', resolve));
      for (const store of open.result.objectStoreNames) {
        const all = open.result.transaction(store).objectStore(store).getAll();
        await new Promise((resolve) => all.addEventListener('success', resolve));
        const theirs = all.result.filter(({ cacheName }) => !['code', 'shell'].includes(cacheName));
        counts[`${name} ${store}`] = theirs.length;
      }
      open.result.close();
    }
    return counts;
  });
  expect(
    Object.values(noted).reduce((sum, count) => sum + count, 0),
    JSON.stringify(noted),
  ).toBe(0);
});

test('T14 who signs in after another finds none of the other’s copies, and none of their wishes is sent @once', async ({
  page,
  context,
  signIn,
}) => {
  await signIn(context);
  await page.goto('/following');
  await isKept(page, '/following');
  await page.goto(ARTICLE);
  await isKept(page, ARTICLE);
  await context.setOffline(true);
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Follow(ing)? France$/ })
    .first()
    .click();
  await expect(page.getByText('You are offline. This will be sent when you are back.')).toBeVisible();
  await page.goto('about:blank');
  await context.setOffline(false);
  const other = await signIn(context);
  await page.goto(ARTICLE);
  await isKept(page, ARTICLE);
  const keptPaths = () =>
    page.evaluate(async () => {
      const copies = await (await caches.open('pages')).keys();
      return copies.map(({ url }) => new URL(url).pathname);
    });
  await expect.poll(keptPaths).toEqual([ARTICLE]);
  const me = await (await context.request.get('/api/me')).json();
  expect(me).toMatchObject({ user: { email: other }, followedTopics: [] });
});

test('a guest’s feed opens without a network too @once', async ({ page, context }) => {
  await page.goto('/topic/world');
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Follow World' }).click();
  await expect(main.getByRole('button', { name: 'Following World' })).toBeVisible();
  await page.goto('/following');
  const first = page.getByRole('list', { name: 'Your feed', exact: true }).getByRole('article').first();
  await expect(first).toBeVisible();
  await isKept(page, '/following');
  await page.reload();
  await expect(first).toBeVisible();
  await context.setOffline(true);
  await page.reload();
  await expect(first).toBeVisible();
  await expect(page.getByText('What you opened lately can still be read.')).toBeVisible();
});

test('after a deployment, a page that was open is made anew when it wants code that is gone @once', async ({
  page,
}) => {
  await page.goto(ARTICLE, { waitUntil: 'networkidle' });
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  let isGone = true;
  await page.route('**/_next/static/chunks/*.js', (route) =>
    isGone && !loaded.includes(route.request().url()) ? route.fulfill({ status: 404 }) : route.fallback(),
  );
  page.on('request', (request) => {
    if (request.isNavigationRequest()) isGone = false;
  });
  const anew = page.waitForEvent('load');
  await page.getByRole('link', { name: 'Open this photo in gallery' }).press('Enter');
  await anew;
  // It goes on where the reader was going.
  await expect(page).toHaveURL(new RegExp(`${ARTICLE}/photo/1$`));
  await expect(page.getByRole('main').getByRole('img').first()).toBeVisible();
});

test('a new deployment is taken up, and what was kept stays @once', async ({ page, context, signIn }) => {
  await signIn(context);
  await page.goto(ARTICLE);
  await isKept(page, ARTICLE);
  const isNew = await page.evaluate(async () => {
    const before = navigator.serviceWorker.controller;
    const changed = new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    );
    // Another address for the same scope is to the browser what another text is.
    await navigator.serviceWorker.register('/sw.js?deployment=tomorrow');
    await changed;
    return navigator.serviceWorker.controller !== before;
  });
  expect(isNew).toBe(true);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('it can be installed, and opens at Following', async ({ page, context }) => {
  await page.goto('/');
  const cdp = await context.newCDPSession(page);
  const { errors, data } = await cdp.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(JSON.parse(data ?? '{}')).toMatchObject({ name: 'Your Globe', start_url: '/following' });
  const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors');
  expect(installabilityErrors).toEqual([]);
});
