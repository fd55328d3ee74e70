import type { Page } from '@playwright/test';
import { expect, test, wake } from '../test.ts';

/** Each page and the links of the header that lead to it, with what they say. */
const CURRENT: [path: string, links: Record<string, string>][] = [
  ['/', { 'Your Globe, front page': 'page' }],
  ['/topic/world', { World: 'page' }],
  ['/topic/world/before/99999999999999-1', { World: 'true' }],
  ['/topics', { 'All topics': 'page' }],
  ['/topics/a-z', { 'All topics': 'true' }],
  ['/following', { Following: 'page' }],
  ['/search', { Search: 'page' }],
  ['/article/pompeo-accuses-iran-of-al-qaeda-ties', {}],
  ['/nowhere', {}],
];

async function currentLinks(page: Page): Promise<Record<string, string>> {
  const links = page.getByRole('banner').locator('a[aria-current]');
  return Object.fromEntries(
    await links.evaluateAll((all) =>
      all.map((link) => [
        // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not said.
        link.getAttribute('aria-label') ?? (link as HTMLElement).innerText.trim(),
        link.getAttribute('aria-current') ?? '',
      ]),
    ),
  );
}

const yours = (page: Page) => page.getByRole('navigation', { name: 'Yours' });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('the header marks the page shown, the first time and from the cache', async ({ page }) => {
      for (const [path, links] of CURRENT) {
        for (let turn = 0; turn < 2; turn++) {
          await page.goto(path, { waitUntil: 'domcontentloaded' });
          const account = yours(page).getByRole('link', { name: javaScriptEnabled ? 'Sign in' : 'Account' });
          await account.waitFor();
          if (javaScriptEnabled) {
            await wake(page);
            // Once it leads there, the header is the browser's own, not the server's.
            await expect(account).toHaveAttribute('href', '/signin');
          }
          expect(await currentLinks(page), path).toEqual(links);
        }
      }
    });

    test('the header marks the account of a reader who is signed in', async ({ page, context, signIn }) => {
      await signIn(context);
      await page.goto('/account');
      expect(await currentLinks(page)).toEqual({ Account: 'page' });
      await page.goto('/following/manage');
      expect(await currentLinks(page)).toEqual({ Following: 'true' });
    });
  });
}

test('the mark follows from page to page, and is a line in forced colours too', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/topic/world');
  await page.getByRole('banner').getByRole('link', { name: 'Science' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Science' })).toBeVisible();
  await expect.poll(() => currentLinks(page)).toEqual({ Science: 'page' });
  const line = await page
    .getByRole('banner')
    .locator('a[aria-current]')
    .evaluate((link) => getComputedStyle(link, '::after').borderBottomWidth);
  expect(line).toBe('3px');
});

test('on a phone the row of sections begins with the one shown in sight', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/topic/culture');
  const isKnown = await page.evaluate(() => CSS.supports('scroll-initial-target', 'nearest'));
  test.skip(!isKnown, 'This browser does not know how.');
  await expect(page.getByRole('banner').getByRole('link', { name: 'Culture' })).toBeInViewport({ ratio: 1 });
});

test.describe('who is reading, without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the header of a shared page claims nothing, and its way to the account is right for both', async ({
    page,
    context,
    signIn,
  }) => {
    await page.goto('/topic/iran');
    await expect(yours(page).getByRole('link')).toHaveText(['', 'Following', 'Account'], {
      useInnerText: true,
    });
    await yours(page).getByRole('link', { name: 'Account' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
    await signIn(context);
    await page.goto('/topic/iran');
    await expect(yours(page).getByRole('link')).toHaveText(['', 'Following', 'Account'], {
      useInnerText: true,
    });
    await yours(page).getByRole('link', { name: 'Account' }).click();
    await expect(page).toHaveURL(/\/account$/);
  });
});

for (const width of [390, 1280]) {
  test(`at ${width} px signed in and signed out differ in name and shape, and nothing moves between them`, async ({
    page,
    context,
    browser,
    site,
    signIn,
  }) => {
    const look = async (on: Page, name: string) => {
      await on.setViewportSize({ width, height: 800 });
      await on.goto(`${site.url}/topic/iran`, { waitUntil: 'networkidle' });
      const link = yours(on).getByRole('link', { name, exact: true });
      await link.waitFor();
      const places = await yours(on)
        .getByRole('link')
        .evaluateAll((all) => all.map((each) => JSON.stringify(each.getBoundingClientRect())));
      return { places, shape: await link.locator('svg').innerHTML() };
    };
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const { places } = await look(await plain.newPage(), 'Account');
    await plain.close();
    const visitor = await look(page, 'Sign in');
    await signIn(context);
    const reader = await look(page, 'Account');
    expect(visitor.places).toEqual(places);
    expect(reader.places).toEqual(places);
    expect(reader.shape).not.toBe(visitor.shape);
  });
}

for (const width of [320, 360]) {
  test(`at ${width} px the header is one line beside the name, however many articles are new`, async ({
    page,
    context,
    signIn,
  }) => {
    await signIn(context);
    await page.route('**/api/me', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...(await answer.json()), newCount: 100 } });
    });
    await page.setViewportSize({ width, height: 640 });
    await page.goto('/topic/iran');
    const following = yours(page).getByRole('link', { name: 'Following' });
    await expect(following).toContainText('99+');
    const middles = await page
      .getByRole('banner')
      .locator('a:not(nav[aria-label="Sections"] a)')
      .evaluateAll((all) =>
        all.map((link) => link.getBoundingClientRect()).map(({ y, height }) => y + height / 2),
      );
    expect(middles).toHaveLength(4);
    for (const middle of middles) expect(Math.abs(middle - (middles[0] ?? 0))).toBeLessThan(2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
}
