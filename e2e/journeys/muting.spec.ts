import type { BrowserContext, Page } from '@playwright/test';
import { tabTo } from '../keys.ts';
import { expect, putAll, test, watchConsole } from '../test.ts';

const feed = (page: Page) => page.getByRole('list', { name: 'Your feed', exact: true });
const why = (page: Page, topic: string) =>
  feed(page)
    .getByRole('button', { name: new RegExp(`^Because you follow ${topic}.*Why am I seeing this\\?$`) })
    .first();
const fewer = (page: Page, topic: string) =>
  page.getByRole('button', { name: `Show me fewer of these: mute ${topic}`, exact: true });
/** What the next request of the feed would bring. */
async function reasonsOf(context: BrowserContext): Promise<string[]> {
  const { items } = (await (await context.request.get('/api/feed?limit=50')).json()) as {
    items: { reasons: { slug: string }[] }[];
  };
  return [...new Set(items.flatMap((item) => item.reasons.map((reason) => reason.slug)))].sort();
}

test('T14 why an article is there can be asked and muted, here and in another tab, and Undo brings all back', async ({
  page,
  context,
  browser,
  site,
  signIn,
  isAccessible,
}) => {
  const complaints = watchConsole(page);
  await signIn(context);
  await putAll(context, site, ['follows/mars', 'follows/oceans']);
  const other = await browser.newContext({ baseURL: site.url });
  await signIn(other);
  await putAll(other, site, ['follows/mars']);
  await page.goto('/following');
  const tab = await context.newPage();
  await tab.goto('/following');
  await expect(why(tab, 'Mars')).toBeVisible();

  await why(page, 'Mars').click();
  await expect(page.getByText('Its articles, and those of topics beneath it, are hidden')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Unfollow Mars', exact: true }).first()).toBeVisible();
  await isAccessible(page);
  const isTooWide = () =>
    page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(await isTooWide()).toBe(false);

  await fewer(page, 'Mars').click();
  for (const each of [page, tab]) {
    await expect(why(each, 'Oceans')).toBeVisible();
    await expect(feed(each).getByText('Because you follow Mars')).toHaveCount(0);
  }
  expect(await reasonsOf(context)).toEqual(['oceans']);
  expect(await reasonsOf(other)).toEqual(['mars']);
  const me = await (await context.request.get('/api/me')).json();
  expect(me).toMatchObject({ mutedTopics: ['mars'] });
  expect(me.followedTopics.sort()).toEqual(['mars', 'oceans']);

  await page.getByRole('button', { name: 'Undo' }).click();
  for (const each of [page, tab]) await expect(why(each, 'Mars')).toBeVisible();
  expect(await reasonsOf(context)).toEqual(['mars', 'oceans']);
  expect(complaints).toEqual([]);
  await other.close();
});

test('by keyboard: Escape gives the focus back, and a muted article leaves it to the next @once', async ({
  page,
  context,
  site,
  signIn,
}) => {
  await signIn(context);
  await putAll(context, site, ['follows/mars', 'follows/oceans']);
  await page.goto('/following');
  await tabTo(why(page, 'Mars'));
  await page.keyboard.press('Enter');
  await expect(fewer(page, 'Mars')).toBeVisible();
  await tabTo(fewer(page, 'Mars'));
  await page.keyboard.press('Escape');
  await expect(fewer(page, 'Mars')).toHaveCount(0);
  await expect(why(page, 'Mars')).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(fewer(page, 'Mars'));
  await page.keyboard.press('Enter');
  await expect(feed(page).getByText('Because you follow Mars')).toHaveCount(0);
  await expect(feed(page).getByRole('heading').getByRole('link').and(page.locator(':focus'))).toHaveCount(1);
});

test('unfollowing from the reasons takes the article away, and Undo brings it back', async ({
  page,
  context,
  site,
  signIn,
}) => {
  await signIn(context);
  await putAll(context, site, ['follows/mars', 'follows/oceans']);
  await page.goto('/following');
  await why(page, 'Mars').click();
  await feed(page).getByRole('button', { name: 'Unfollow Mars', exact: true }).click();
  await expect(feed(page).getByText('Because you follow Mars')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(why(page, 'Mars')).toBeVisible();
});

test('a muted parent empties the feed, and the page says why and where to mend it', async ({
  page,
  context,
  site,
  signIn,
  isAccessible,
}) => {
  await signIn(context);
  await putAll(context, site, ['follows/mars', 'mutes/science']);
  await page.goto('/following');
  await expect(
    page.getByRole('heading', { name: 'All articles on what you follow are muted' }),
  ).toBeVisible();
  await isAccessible(page);
  await page.getByRole('link', { name: 'See what you mute' }).click();
  const unmute = page.getByRole('button', { name: 'Unmute Science', exact: true });
  await unmute.press('Enter');
  await expect(unmute).toHaveCount(0);
  await expect(page.getByText('You mute nothing.')).toBeVisible();
  await expect(page.locator('#muted')).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(unmute).toBeVisible();
  await unmute.click();
  await expect(unmute).toHaveCount(0);
  await page.waitForLoadState('networkidle');
  await page.goto('/following');
  await expect(why(page, 'Mars')).toBeVisible();
});

test('a followed topic is muted on the manage page, and stays followed', async ({
  page,
  context,
  site,
  signIn,
  isAccessible,
}) => {
  await signIn(context);
  await putAll(context, site, ['follows/mars', 'follows/oceans']);
  await page.goto('/following/manage');
  await page.getByRole('button', { name: 'Mute Mars', exact: true }).click();
  await expect(page.getByText('Muted: its articles are hidden.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Unmute Mars', exact: true })).toHaveCount(2);
  await expect(page.getByRole('button', { name: 'Unfollow Mars', exact: true })).toBeVisible();
  await isAccessible(page);
  await expect.poll(() => reasonsOf(context)).toEqual(['oceans']);
  await page.reload();
  await page.getByRole('button', { name: 'Unmute Mars', exact: true }).first().click();
  await expect(page.getByRole('button', { name: 'Unmute Mars', exact: true })).toHaveCount(0);
  await expect.poll(() => reasonsOf(context)).toEqual(['mars', 'oceans']);
});

test('unread only has an address, and keeps the topic @once', async ({ page, context, site, signIn }) => {
  await signIn(context);
  await putAll(context, site, ['follows/mars', 'follows/oceans']);
  await page.goto('/following?topic=mars');
  await page.getByRole('link', { name: 'Unread only' }).click();
  await expect(page).toHaveURL(/\/following\?topic=mars&unread=1$/);
  await expect(why(page, 'Mars')).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Show one topic' })
    .getByRole('link', { name: 'Oceans' })
    .click();
  await expect(page).toHaveURL(/\/following\?topic=oceans&unread=1$/);
  await page.getByRole('link', { name: 'Show read articles too' }).click();
  await expect(page).toHaveURL(/\/following\?topic=oceans$/);
});

test.describe('without JavaScript @once', () => {
  test.use({ javaScriptEnabled: false });

  test('reasons are links, and muting is a form', async ({ page, context, site, signIn }) => {
    await signIn(context);
    await putAll(context, site, ['follows/mars', 'follows/oceans']);
    await page.goto('/following?unread=1');
    await expect(feed(page).getByRole('link', { name: 'Mars', exact: true }).first()).toHaveAttribute(
      'href',
      '/topic/mars',
    );
    await page.goto('/following/manage');
    await page.getByRole('button', { name: 'Mute Mars', exact: true }).click();
    await expect(page).toHaveURL(/\/follow\/mars$/);
    await page.getByRole('button', { name: 'Mute Mars', exact: true }).click();
    await expect(page.getByText('its articles are hidden from Following until you unmute it')).toBeVisible();
    expect(await reasonsOf(context)).toEqual(['oceans']);
    await page.getByRole('button', { name: 'Unmute Mars', exact: true }).click();
    await expect(page.getByText('Its articles are in Following.')).toBeVisible();
    expect(await reasonsOf(context)).toEqual(['mars', 'oceans']);
  });
});
