import type { BrowserContext, Page } from '@playwright/test';
import type { Site } from '../site.ts';
import { expect, putAll, test, watchConsole } from '../test.ts';

const feed = (page: Page) => page.getByRole('list', { name: 'Your feed', exact: true });
const headlines = (page: Page) => feed(page).getByRole('article').getByRole('heading').getByRole('link');
const isTooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

type Feed = { items: { slug: string; headline: string; reasons: { slug: string }[] }[] };
/** What the next request of the feed would bring, strictly by time. */
async function feedOf(context: BrowserContext): Promise<Feed['items']> {
  return ((await (await context.request.get('/api/feed?limit=50')).json()) as Feed).items;
}
/** Takes these out of the paper, and waits until they are: the next test begins with the paper as it was. */
async function withdrawAll(context: BrowserContext, site: Site, slugs: string[]): Promise<void> {
  for (const slug of slugs) site.withdraw(slug);
  const statusOf = async (slug: string) => (await context.request.get(`/article/${slug}`)).status();
  for (const slug of slugs) await expect.poll(() => statusOf(slug)).toBe(404);
}
async function reasonsOf(context: BrowserContext): Promise<string[]> {
  const items = await feedOf(context);
  return [...new Set(items.flatMap((item) => item.reasons.map((reason) => reason.slug)))].sort();
}

test('a follow is snoozed from the reasons, tells so everywhere, and is woken on the manage page', async ({
  page,
  context,
  site,
  signIn,
  isAccessible,
}) => {
  const complaints = watchConsole(page);
  await signIn(context);
  await putAll(context, site, ['follows/mars', 'follows/oceans']);
  await page.goto('/following');
  const chips = page.getByRole('navigation', { name: 'Show one topic' });
  await expect(chips.getByRole('link', { name: 'Mars' })).toBeVisible();
  await feed(page)
    .getByRole('button', { name: /^Because you follow Mars/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Snooze Mars', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Snooze Mars' });
  await expect(dialog).toBeVisible();
  await isAccessible(page);
  await dialog.getByRole('button', { name: 'For a week' }).click();
  await expect(page.getByText(/^Mars is snoozed until \w+day, \d+ \w+\.$/)).toBeVisible();
  await expect(feed(page).getByText('Because you follow Mars')).toHaveCount(0);
  await expect(chips.getByRole('link', { name: 'Mars' })).toHaveCount(0);
  expect(await reasonsOf(context)).toEqual(['oceans']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(feed(page).getByText('Because you follow Mars').first()).toBeVisible();
  expect(await reasonsOf(context)).toEqual(['mars', 'oceans']);

  await page.goto('/following/manage');
  await page.getByRole('button', { name: 'Snooze Mars', exact: true }).click();
  const day = dialog.getByLabel('Until a day');
  await day.fill((await day.getAttribute('max')) ?? '');
  await dialog.getByRole('button', { name: 'Snooze until then' }).click();
  await expect(page.getByRole('main').getByText(/^Snoozed until \w+day, \d+ \w+$/)).toBeVisible();
  // Unfollowing can be undone, and wakes nothing.
  await page.getByRole('button', { name: 'Unfollow Mars', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Wake now: Mars' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Wake now: Mars' })).toBeVisible();
  await expect.poll(() => reasonsOf(context)).toEqual(['oceans']);

  await page.goto('/following?topic=mars');
  await expect(page.getByRole('heading', { name: /^Mars is snoozed until/ })).toBeVisible();
  await isAccessible(page);
  await page.goto('/following/manage');
  await page.getByRole('button', { name: 'Wake now: Mars' }).click();
  await expect(page.getByRole('button', { name: 'Snooze Mars', exact: true })).toBeVisible();
  await expect(page.getByText('Mars is back in Following.')).toBeVisible();
  expect(await reasonsOf(context)).toEqual(['mars', 'oceans']);
  expect(complaints).toEqual([]);
});

test('what one topic would fill the page with is folded, opened in place, or shown strictly by time', async ({
  page,
  context,
  site,
  signIn,
  isAccessible,
}) => {
  const complaints = watchConsole(page);
  await signIn(context);
  await putAll(context, site, ['follows/mars', 'follows/oceans']);
  const slugs = Array.from({ length: 6 }, (_, n) => `flood-${test.info().project.name}-${n}`);
  for (const [n, slug] of slugs.entries())
    site.publish(slug, { headline: `Dust storm, day ${n}`, topics: ['mars'], published: minutesAgo(n) });
  await expect.poll(async () => (await feedOf(context))[5]?.headline).toBe('Dust storm, day 5');

  await page.goto('/following');
  await expect(headlines(page).nth(2)).toHaveText('Dust storm, day 2');
  // Whatever of Mars was published before them is in the run too.
  const fold = feed(page).getByText(/^\d+ more on Mars, 3 new$/);
  await expect(headlines(page).filter({ hasText: 'Dust storm', visible: true })).toHaveCount(3);
  await isAccessible(page);
  expect(await isTooWide(page)).toBe(false);
  await fold.click();
  await expect(headlines(page).filter({ hasText: 'Dust storm', visible: true })).toHaveCount(6);
  await isAccessible(page);
  await fold.click();
  await expect(headlines(page).filter({ hasText: 'Dust storm', visible: true })).toHaveCount(3);

  const kept = page.waitForResponse('**/api/feed/folding');
  await page.getByRole('button', { name: 'Everything, strictly by time' }).click();
  await expect(fold).toHaveCount(0);
  const items = await feedOf(context);
  await expect(headlines(page)).toHaveText(items.slice(0, 20).map((item) => item.headline));
  expect((await kept).status()).toBe(204);
  await page.reload();
  await expect(page.getByText('Everything is shown, strictly by time.')).toBeVisible();
  await page.getByRole('button', { name: 'Fold long runs' }).click();
  // They have been seen by now.
  await expect(feed(page).getByText(/^\d+ more on Mars$/)).toBeVisible();
  await page.goto('/following?topic=mars');
  await expect(headlines(page).nth(5)).toHaveText('Dust storm, day 5');
  await expect(feed(page).getByText('more on Mars')).toHaveCount(0);
  await withdrawAll(context, site, slugs);
  expect(complaints).toEqual([]);
});

test('T45 what comes while the feed is open is told, and brought to its place; going back finds all as it was left', async ({
  page,
  context,
  site,
  signIn,
  isAccessible,
}) => {
  const complaints = watchConsole(page);
  await signIn(context);
  await putAll(context, site, ['follows/world']);
  await page.goto('/following');
  await expect(headlines(page)).toHaveCount(20);
  await page.getByRole('button', { name: 'Load more' }).dispatchEvent('click');
  await expect.poll(() => headlines(page).count()).toBeGreaterThan(20);
  const before = await headlines(page).allTextContents();

  const project = test.info().project.name;
  const [newest, old] = [`newest-${project}`, `back-dated-${project}`];
  site.publish(newest, { headline: 'Just in', topics: ['diplomacy'] });
  // Between what is shown already: it is news all the same.
  const third = (await feedOf(context))[2] as unknown as { publishedAt: string };
  const published = new Date(Date.parse(third.publishedAt) - 1_000);
  site.publish(old, { headline: 'Late in', topics: ['diplomacy'], published });
  const pill = page.getByRole('button', { name: '2 new stories' });
  await expect(async () => {
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect(pill).toBeVisible({ timeout: 500 });
  }).toPass();
  expect(await headlines(page).allTextContents()).toEqual(before);
  await isAccessible(page);
  await pill.click();
  await expect(headlines(page).filter({ hasText: 'Just in' })).toBeFocused();
  await expect(pill).toHaveCount(0);
  await expect(page.getByText('2 new stories are in the list.')).toBeAttached();
  const after = await headlines(page).allTextContents();
  expect(new Set(after).size).toBe(after.length);
  const now = (await feedOf(context)).map((item) => item.headline);
  expect(after.slice(0, now.length)).toEqual(now.slice(0, after.length));
  expect(before.filter((headline) => !after.includes(headline))).toEqual([]);

  // Down the second page, into an article, and back.
  const left = headlines(page).nth(21);
  await left.scrollIntoViewIfNeeded();
  const place = await page.evaluate(() => window.scrollY);
  const all = await headlines(page).allTextContents();
  await left.click();
  await expect(page).toHaveURL(/\/article\//);
  await page.goBack();
  await expect(page).toHaveURL(/\/following$/);
  await expect(headlines(page)).toHaveText(all);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(place - 50);
  await expect(headlines(page).nth(21)).toBeInViewport();
  await page.goForward();
  await expect(page).toHaveURL(/\/article\//);
  await page.goBack();
  await expect(headlines(page)).toHaveText(all);
  await withdrawAll(context, site, [newest, old]);
  expect(complaints).toEqual([]);
});

test('topics often with what is followed are suggested at the end of the feed and on the manage page', async ({
  page,
  context,
  site,
  signIn,
  isAccessible,
}) => {
  await signIn(context);
  await putAll(context, site, ['follows/iran']);
  await page.goto('/following');
  const suggested = page.getByRole('region', { name: 'Often with what you follow' });
  await expect(async () => {
    await page.mouse.wheel(0, 4_000);
    await expect(suggested).toBeVisible({ timeout: 500 });
  }).toPass();
  await isAccessible(page);
  const row = suggested.getByRole('listitem').first();
  await expect(row).toContainText('Often with Iran');
  const name = (await row.getByRole('link').first().textContent()) ?? '';
  await row.getByRole('button', { name: `Follow ${name}` }).click();
  await expect(row.getByRole('button', { name: `Following ${name}` })).toBeVisible();
  await expect.poll(async () => (await reasonsOf(context)).length).toBe(2);

  await page.goto('/following/manage');
  await expect(page.getByRole('button', { name: `Unfollow ${name}`, exact: true })).toBeVisible();
  await expect(suggested.getByRole('link', { name, exact: true })).toHaveCount(0);
  const other = suggested.getByRole('listitem').first();
  const otherName = (await other.getByRole('link').first().textContent()) ?? '';
  await other.getByRole('button', { name: `Follow ${otherName}` }).click();
  await expect(page.getByRole('button', { name: `Unfollow ${otherName}`, exact: true })).toBeVisible();
});

test.describe('without JavaScript @once', () => {
  test.use({ javaScriptEnabled: false });

  test('a follow is snoozed and woken by forms, folds open, and the choice against them is kept', async ({
    page,
    context,
    site,
    signIn,
  }) => {
    await signIn(context);
    await putAll(context, site, ['follows/space', 'follows/oceans']);
    await page.goto('/following/manage');
    await page.getByRole('button', { name: 'Snooze Space', exact: true }).click();
    await expect(page).toHaveURL(/\/follow\/space$/);
    await page.getByRole('button', { name: 'Snooze until then' }).click();
    await expect(page.getByText('Choose a day to come, at most a year away.')).toBeVisible();
    await page.getByRole('button', { name: 'Snooze for a day' }).click();
    await expect(page.getByText('It is snoozed: it brings nothing to Following until')).toBeVisible();
    expect(await reasonsOf(context)).toEqual(['oceans']);
    await page.goto('/following?topic=space');
    await page.getByRole('button', { name: 'Wake now: Space' }).click();
    await page.getByRole('button', { name: 'Wake Space now' }).click();
    await expect(page.getByText('Its articles are in Following.')).toBeVisible();
    expect(await reasonsOf(context)).toEqual(['oceans', 'space']);

    await page.goto('/following');
    const fold = feed(page)
      .getByText(/^\d+ more on Space/)
      .first();
    await fold.click();
    await expect(feed(page).locator('details[open]').getByRole('article').first()).toBeVisible();
    await page.getByRole('button', { name: 'Everything, strictly by time' }).click();
    await expect(page.getByText('Everything is shown, strictly by time.')).toBeVisible();
    await expect(fold).toHaveCount(0);
  });
});

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
