import type { BrowserContext, Page } from '@playwright/test';
import { expect, isAwake, test, watchConsole } from '../test.ts';

const ARTICLE = '/article/pompeo-accuses-iran-of-al-qaeda-ties';
const CODE = '**/_next/static/chunks/*.js';

/** How many files of its code a page has begun to run. */
const begun = (page: Page) =>
  page.evaluate(
    () => [...document.scripts].filter(({ async, noModule, src }) => async && src && !noModule).length,
  );

/** With whatever the page asks for within half a second of all else. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.waitForLoadState('networkidle');
}

async function keep(context: BrowserContext, key: string, value: string): Promise<void> {
  await context.addInitScript(([name, text]) => localStorage.setItem(name, text), [key, value] as const);
}

/** Bytes that came for each file of code of the page, by how it was asked for. */
const codeOf = (page: Page, asked: 'link' | 'script') =>
  page.evaluate((kind) => {
    const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return files
      .filter(({ name, initiatorType }) => name.endsWith('.js') && initiatorType === kind)
      .map(({ transferSize }) => transferSize);
  }, asked);

test('a page that knows nothing of its visitor fetches its code ahead, and runs it at the first touch', async ({
  page,
}) => {
  const complaints = watchConsole(page);
  const code = (asked: 'link' | 'script') => codeOf(page, asked);
  for (const path of [ARTICLE, '/', '/topic/iran', '/topics', '/author/priya-raman']) {
    await open(page, path);
    await expect.poll(async () => (await code('link')).length, path).toBeGreaterThan(4);
    expect(await begun(page), path).toBe(0);
  }
  await open(page, ARTICLE);
  await expect.poll(async () => (await code('link')).length).toBeGreaterThan(4);
  const ahead = await code('link');
  await page.mouse.wheel(0, 300);
  await expect.poll(() => isAwake(page)).toBe(true);
  // All that was fetched ahead runs, and nothing of it comes a second time.
  const run = async () => (await code('script')).slice(0, ahead.length);
  await expect.poll(run).toEqual(ahead.map(() => 0));
  expect(complaints).toEqual([]);
});

test('code is not fetched ahead before the page is painted @once', async ({ page }) => {
  await page.addInitScript(() => {
    const hide = () => document.documentElement?.setAttribute('style', 'display: none');
    hide();
    new MutationObserver(hide).observe(document, { childList: true });
  });
  await open(page, ARTICLE);
  expect(await codeOf(page, 'link')).toEqual([]);
  await page.evaluate(() => document.documentElement.removeAttribute('style'));
  await expect.poll(async () => (await codeOf(page, 'link')).length).toBeGreaterThan(4);
  expect(await begun(page)).toBe(0);
});

test('the first press is a press: what is followed by it is followed where the reader is', async ({
  page,
}) => {
  await open(page, ARTICLE);
  const follow = page.getByRole('button', { name: 'Follow Iran', exact: true });
  // As it comes from a screen reader: without a touch, a key or a move before it.
  await follow.evaluate((button: HTMLButtonElement) => {
    button.focus({ preventScroll: true });
    button.click();
    button.click();
  });
  const following = page.getByRole('button', { name: 'Following Iran', exact: true });
  await expect(following).toHaveAttribute('aria-pressed', 'true');
  await expect(following).toBeFocused();
  await expect(following).not.toHaveAttribute('aria-busy', 'true');
  await expect(page).toHaveURL(new RegExp(`${ARTICLE}$`));
  await page.reload();
  await expect(following).toBeVisible();
});

test('a link that is pressed right after leads on when what was pressed before it is done @once', async ({
  page,
}) => {
  await open(page, '/topic/iran');
  await page.getByRole('main').evaluate((main) => {
    main.querySelector<HTMLElement>('button[data-hold]')?.click();
    main.querySelector<HTMLElement>('a[href^="/article/"]')?.click();
  });
  await expect(page).toHaveURL(/\/article\//);
  await page.goto('/topic/iran');
  await expect(page.getByRole('button', { name: 'Following Iran', exact: true })).toBeVisible();
});

test('the first press may open the gallery, the display or a dialog, and Enter presses too', async ({
  page,
}) => {
  await open(page, ARTICLE);
  await page.getByRole('link', { name: 'Open this photo in gallery' }).dispatchEvent('click');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`${ARTICLE}/photo/1$`));

  await open(page, ARTICLE);
  const display = page.getByRole('main').getByRole('button', { name: 'Display' });
  await display.dispatchEvent('click');
  await expect(display).toHaveAttribute('aria-expanded', 'true');

  await open(page, '/topic/iran');
  await page.getByRole('button', { name: 'Follow Iran', exact: true }).press('Enter');
  await expect(page.getByRole('button', { name: 'Following Iran', exact: true })).toBeVisible();
});

test('where this browser keeps something, a page is awake without a touch @once', async ({
  page,
  context,
  signIn,
}) => {
  await keep(context, 'guest', JSON.stringify({ follows: [{ slug: 'iran', name: 'Iran' }], seenUpTo: null }));
  await page.goto(ARTICLE);
  await expect(page.getByRole('button', { name: 'Following Iran', exact: true })).toBeVisible();

  const reader = await context.browser()?.newContext({ baseURL: new URL(page.url()).origin });
  if (!reader) throw new Error('No browser.');
  await signIn(reader);
  const own = await reader.newPage();
  await own.goto(ARTICLE);
  await expect.poll(() => isAwake(own)).toBe(true);
  await reader.close();
});

test('where the code does not come, a press does what it does without @once', async ({ page }) => {
  await page.route(CODE, (route) => route.abort());
  await page.goto(ARTICLE);
  await page.getByRole('button', { name: 'Follow Iran', exact: true }).click();
  await expect(page).toHaveURL(/\/follow\/iran\?$/);
  await expect(page.getByRole('link', { name: 'Sign in to follow' })).toBeVisible();
});

test('on a slow line a press waits for the code, and says so @once', async ({ page, context, signIn }) => {
  await signIn(context);
  let slow = Promise.withResolvers<void>();
  await page.route(CODE, async (route) => {
    await slow.promise;
    await route.continue();
  });
  // One page that is the same for everyone, one of the reader's own.
  for (const path of ['/topic/iran', '/search?q=Mike+Pompao']) {
    slow = Promise.withResolvers<void>();
    await page.goto(path, { waitUntil: 'domcontentloaded' });
    const follow = page
      .getByRole('main')
      .getByRole('button', { name: /^Follow / })
      .first();
    await follow.click();
    await expect(follow).toHaveAttribute('aria-busy', 'true');
    const address = page.url();
    // As the reader's own wish, not as that of whoever has no account.
    const sent = page.waitForRequest((request) => request.method() === 'PUT');
    slow.resolve();
    expect((await sent).url()).toContain('/api/follows/');
    await expect(
      page
        .getByRole('main')
        .getByRole('button', { name: /^Following / })
        .first(),
    ).toBeVisible();
    expect(page.url()).toBe(address);
  }
});

test('what was typed before the page heard it counts @once', async ({ page }) => {
  const slow = Promise.withResolvers<void>();
  await page.route(CODE, async (route) => {
    await slow.promise;
    await route.continue();
  });
  await page.goto('/topics', { waitUntil: 'domcontentloaded' });
  await page.getByLabel('Find a topic').pressSequentially('mars');
  slow.resolve();
  const main = page.getByRole('main');
  await expect(main.getByText('1 topic found')).toBeAttached();
  await expect(main.getByRole('button', { name: /^Follow / })).toHaveCount(1);
  await expect(page.getByLabel('Find a topic')).toHaveValue('mars');
});
