import type { BrowserContext, Page } from '@playwright/test';
import { expect, test, watchConsole } from '../test.ts';

const SLUG = 'pompeo-accuses-iran-of-al-qaeda-ties';
const ARTICLE = `/article/${SLUG}`;

const isRead = async (context: BrowserContext) =>
  ((await (await context.request.get(`/api/me?article=${SLUG}`)).json()) as { isRead: boolean }).isRead;

/** What the page asks of the API from now on, but who is there. */
function watchReads(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/reads/')) asked.push(`${request.method()} ${pathname}`);
  });
  return asked;
}

test('an article that was on screen for some seconds is read; one that was left or hidden is not', async ({
  page,
  context,
  signIn,
}) => {
  await page.clock.install();
  await signIn(context);
  const asked = watchReads(page);
  await page.goto(ARTICLE, { waitUntil: 'networkidle' });
  await page.clock.runFor(4_000);
  // Hidden before its time was over, as behind another tab; shown again, the time begins anew.
  const show = (state: string) =>
    page.evaluate((visibilityState) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, value: visibilityState });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  await show('hidden');
  await page.clock.runFor(60_000);
  await show('visible');
  await page.clock.runFor(4_000);
  expect(asked).toEqual([]);
  expect(await isRead(context)).toBe(false);
  const noted = page.waitForResponse(`**/api/reads/${SLUG}`);
  await page.clock.runFor(2_000);
  expect((await noted).status()).toBe(204);
  expect(await isRead(context)).toBe(true);
  await page.clock.runFor(60_000);
  expect(asked).toEqual([`PUT /api/reads/${SLUG}`]);
});

test('a visitor’s reading is told to nobody @once', async ({ page }) => {
  await page.clock.install();
  const requests: string[] = [];
  await page.goto(ARTICLE, { waitUntil: 'networkidle' });
  page.on('request', (request) => requests.push(request.url()));
  await page.clock.runFor(60_000);
  await page.getByRole('heading', { level: 2, name: 'Your Globe' }).scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  expect(requests.filter((url) => url.includes('/api/'))).toEqual([]);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript @once', () => {
    test.use({ javaScriptEnabled });

    test('a reader ends their history, which is gone at once, and begins a new one', async ({
      page,
      context,
      signIn,
      site,
      isAccessible,
    }) => {
      const complaints = watchConsole(page);
      await signIn(context);
      const read = async () =>
        (await context.request.put(`/api/reads/${SLUG}`, { headers: { Origin: site.url } })).status();
      expect(await read()).toBe(204);
      expect(await isRead(context)).toBe(true);
      await page.goto('/account');
      const choice = page.getByLabel('Keep a history of what I read');
      const save = page.getByRole('button', { name: 'Save choice' });
      await expect(choice).toBeChecked();
      await choice.uncheck();
      await save.click();
      await expect(page.getByText('Your history is deleted, and no more is kept')).toBeVisible();
      await expect(choice).not.toBeChecked();
      expect(await isRead(context)).toBe(false);
      expect(await read()).toBe(204);
      expect(await isRead(context)).toBe(false);
      if (javaScriptEnabled) await isAccessible(page);
      await choice.check();
      await save.click();
      await expect(page.getByText('What you read is kept from now on')).toBeVisible();
      await expect(choice).toBeChecked();
      expect(await isRead(context)).toBe(false);
      await read();
      expect(await isRead(context)).toBe(true);
      expect(complaints).toEqual([]);
    });
  });
}

test('a page looks at the cookies a few times at most, however many buttons it has @once', async ({
  page,
}) => {
  // Each look waits for another process of the browser: some 150 of them were a tenth of a second and more of scripts.
  await page.addInitScript(() => {
    const own = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
    const record = window as typeof window & { looks?: number };
    record.looks = 0;
    Object.defineProperty(Document.prototype, 'cookie', {
      ...own,
      get() {
        record.looks = (record.looks ?? 0) + 1;
        return own?.get?.call(this);
      },
    });
  });
  await page.goto(ARTICLE, { waitUntil: 'networkidle' });
  await page.getByRole('main').getByRole('button', { name: 'Follow Iran' }).first().click();
  await expect(page.getByRole('button', { name: 'Following Iran' }).first()).toBeVisible();
  const looks = await page.evaluate(() => (window as typeof window & { looks?: number }).looks);
  expect(looks).toBeGreaterThan(0);
  expect(looks).toBeLessThanOrEqual(4);
});
