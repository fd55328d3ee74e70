import type { BrowserContext, Page } from '@playwright/test';
import { tabTo } from '../keys.ts';
import { expect, putAll, test, watchConsole } from '../test.ts';

const ARTICLE = 'perseverance-lands-on-mars';
const HEADLINE = /Perseverance/;

const feed = (page: Page) => page.getByRole('list', { name: 'Your feed', exact: true });
const cards = (page: Page, list: string) => page.getByRole('list', { name: list }).getByRole('article');
const save = (page: Page) => page.getByRole('button', { name: /^Save(d)?\b/ });
const kept = async (context: BrowserContext, list: 'saved' | 'reads') =>
  ((await (await context.request.get(`/api/${list}`)).json()) as { items: { slug: string }[] }).items.map(
    (item) => item.slug,
  );

test('an article is saved from its card and from its own page, in step across tabs; Saved lists, searches, removes and undoes', async ({
  page,
  context,
  site,
  signIn,
  isAccessible,
}) => {
  const complaints = watchConsole(page);
  await signIn(context);
  await putAll(context, site, ['follows/mars', 'follows/oceans', 'saved/fire-at-notre-dame']);
  await page.goto('/following');
  const card = feed(page).getByRole('article').filter({ hasText: HEADLINE });
  const tab = await context.newPage();
  const asked: string[] = [];
  tab.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname === '/api/me') asked.push(search);
  });
  await tab.goto(`/article/${ARTICLE}`, { waitUntil: 'networkidle' });
  await expect(save(tab)).toHaveAttribute('aria-pressed', 'false');
  // All the page knows of its reader comes with the one answer.
  expect(asked).toEqual([`?article=${ARTICLE}`]);

  await card.getByRole('button', { name: /^Save: / }).click();
  await expect(card.getByRole('button', { name: /^Saved: / })).toHaveAttribute('aria-pressed', 'true');
  await expect(save(tab)).toHaveText('Saved');
  await expect.poll(() => kept(context, 'saved')).toEqual([ARTICLE, 'fire-at-notre-dame']);

  // By keyboard: pressed again it is taken out, and once more it is back.
  await tabTo(save(tab));
  await tab.keyboard.press('Enter');
  await expect(save(tab)).toHaveText('Save');
  await expect(card.getByRole('button', { name: /^Save: / })).toBeVisible();
  await tab.keyboard.press(' ');
  await expect(save(tab)).toHaveText('Saved');
  await expect.poll(() => kept(context, 'saved')).toEqual([ARTICLE, 'fire-at-notre-dame']);

  await page.getByRole('main').getByRole('link', { name: 'Saved', exact: true }).click();
  await expect(page).toHaveURL(/\/saved$/);
  const saved = cards(page, 'Saved articles');
  await expect(saved).toHaveCount(2);
  await expect(saved.first()).toContainText(HEADLINE);

  // The row goes and the focus goes on; Undo brings it back into its place.
  const remove = saved.first().getByRole('button', { name: /^Remove: / });
  await remove.press('Enter');
  await expect(saved).toHaveCount(1);
  await expect(saved.first().getByRole('button', { name: /^Remove: / })).toBeFocused();
  await expect(save(tab)).toHaveText('Save');
  await expect.poll(() => kept(context, 'saved')).toEqual(['fire-at-notre-dame']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(saved).toHaveCount(2);
  await expect(saved.first()).toContainText(HEADLINE);
  await expect.poll(() => kept(context, 'saved')).toEqual([ARTICLE, 'fire-at-notre-dame']);

  await page.getByLabel('Search what you saved').fill('NOTRE');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/saved\?q=NOTRE$/);
  await expect(cards(page, 'Saved articles with “NOTRE”')).toHaveCount(1);
  await page.getByLabel('Search what you saved').fill('nothing like it');
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('heading', { name: 'Nothing you saved has “nothing like it” in it' }),
  ).toBeVisible();
  await isAccessible(page);
  await page.getByRole('link', { name: 'Show all you saved' }).click();
  await expect(saved).toHaveCount(2);
  expect(complaints).toEqual([]);
});

test('all that is shown is marked as read, not what arrives meanwhile, and Undo makes exactly those unread again; unread only keeps to it', async ({
  page,
  context,
  site,
  signIn,
}) => {
  const complaints = watchConsole(page);
  await signIn(context);
  await putAll(context, site, ['follows/mars']);
  await page.goto('/following');
  const mars = feed(page).getByRole('article');
  const count = await mars.count();
  expect(count).toBeGreaterThan(1);
  const read = feed(page).getByText('Read', { exact: true });

  // One from its card, by keyboard, and back.
  const one = mars.first().getByRole('button', { name: /^Mark as (un)?read: / });
  await tabTo(one);
  await page.keyboard.press('Enter');
  await expect(one).toHaveText('Mark as unread');
  await expect(read).toHaveCount(1);
  await expect(one).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(read).toHaveCount(0);
  await one.click();
  await expect.poll(() => kept(context, 'reads')).toHaveLength(1);

  const slug = `mars-meanwhile-${test.info().project.name}`;
  site.publish(slug, { headline: 'Meanwhile on Mars', topics: ['mars'] });
  await expect
    .poll(async () => (await (await context.request.get('/api/feed')).json()).items[0].slug)
    .toBe(slug);
  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(page.getByText(/articles? (is|are) marked as read\.$/)).toBeVisible();
  await expect(read).toHaveCount(count);
  await expect.poll(() => kept(context, 'reads')).toHaveLength(count);
  expect(await kept(context, 'reads')).not.toContain(slug);

  // What had been read before stays read.
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(read).toHaveCount(1);
  await expect.poll(() => kept(context, 'reads')).toHaveLength(1);
  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(read).toHaveCount(count);
  await expect.poll(() => kept(context, 'reads')).toHaveLength(count);

  await page.getByRole('link', { name: 'Unread only' }).click();
  await expect(mars).toHaveCount(1);
  await expect(mars).toContainText('Meanwhile on Mars');
  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(page.getByText('One article is marked as read.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Nothing unread on what you follow' })).toBeVisible();
  site.withdraw(slug);
  expect(complaints).toEqual([]);
});

test('what was read is in the history, can be taken out and put back, and cleared; a change since is told; turned off, the pages say so', async ({
  page,
  context,
  site,
  signIn,
  isAccessible,
}) => {
  const complaints = watchConsole(page);
  await signIn(context);
  const slug = `changing-${test.info().project.name}`;
  const published = new Date(Date.now() - 3_600_000);
  site.publish(slug, { headline: 'A changing matter', topics: ['oceans'], published });
  await expect.poll(async () => (await context.request.get(`/api/articles/${slug}`)).status()).toBe(200);
  await putAll(context, site, ['follows/oceans', 'reads/fire-at-notre-dame', `reads/${slug}`]);
  await page.goto('/history');
  const history = cards(page, 'Articles you read');
  await expect(history).toHaveCount(2);
  await expect(history.first()).toContainText('A changing matter');
  await expect(history.first()).toContainText(/Read \d+ \w+ \d{4}, \d\d:\d\d UTC/);

  site.publish(slug, { headline: 'A changed matter', topics: ['oceans'], published, changed: new Date() });
  await expect(async () => {
    await page.goto('/history');
    await expect(history.first()).toContainText('Changed since you read it', { timeout: 500 });
  }).toPass();
  await page.goto('/following');
  const card = feed(page).getByRole('article').filter({ hasText: 'A changed matter' });
  await expect(card).toContainText('Changed since you read it');
  await page.clock.install();
  const noted = page.waitForResponse(`**/api/reads/${slug}`);
  await page.goto(`/article/${slug}`, { waitUntil: 'networkidle' });
  const note = page.getByRole('status').filter({ hasText: 'Changed since you read it' });
  await expect(note).toBeVisible();
  await isAccessible(page);
  // Read now, it goes on saying why it is worth reading; the next time it does not.
  await page.clock.runFor(6_000);
  await noted;
  await expect(note).toBeVisible();
  await page.reload({ waitUntil: 'networkidle' });
  await expect(note).toHaveCount(0);

  await page.goto('/history');
  await history
    .first()
    .getByRole('button', { name: /^Remove: / })
    .click();
  await expect(history).toHaveCount(1);
  await expect.poll(() => kept(context, 'reads')).toEqual(['fire-at-notre-dame']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(history.first()).toContainText('A changed matter');
  await expect.poll(() => kept(context, 'reads')).toEqual([slug, 'fire-at-notre-dame']);
  await page.getByText('Clear history').click();
  await page.getByRole('button', { name: 'Clear all of it' }).click();
  await expect(page.getByText('Your reading history is cleared')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Nothing read yet' })).toBeVisible();

  await page.goto('/account');
  await page.getByLabel('Keep a history of what I read').uncheck();
  await page.getByRole('button', { name: 'Save choice' }).click();
  await page.getByRole('navigation', { name: 'Your pages' }).getByRole('link', { name: 'Following' }).click();
  await expect(page.getByText('Nothing is marked as read: your reading history is off.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Mark / })).toHaveCount(0);
  await page.goto('/history');
  await isAccessible(page);
  await page.getByRole('button', { name: 'Turn it on' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing read yet' })).toBeVisible();
  site.withdraw(slug);
  expect(complaints).toEqual([]);
});

test.describe('without JavaScript @once', () => {
  test.use({ javaScriptEnabled: false });

  test('saving, marking and undoing are forms; a visitor signs in first and comes back', async ({
    page,
    context,
    site,
    signIn,
  }) => {
    await page.goto(`/article/${ARTICLE}`);
    await save(page).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`returnTo=%2Farticle%2F${ARTICLE}`));

    await signIn(context);
    await putAll(context, site, ['follows/mars', 'saved/fire-at-notre-dame']);
    await page.goto(`/article/${ARTICLE}`);
    await save(page).click();
    await expect(page.getByRole('status').filter({ hasText: 'Saved' }).getByRole('link')).toHaveText(
      HEADLINE,
    );
    const saved = cards(page, 'Saved articles');
    await expect(saved).toHaveCount(2);
    await saved
      .first()
      .getByRole('button', { name: /^Remove: / })
      .click();
    await expect(saved).toHaveCount(1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(saved.first()).toContainText(HEADLINE);
    await page.getByLabel('Search what you saved').fill('perseverance');
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(cards(page, 'Saved articles with “perseverance”')).toHaveCount(1);

    await page.goto('/following?unread=1');
    const mars = feed(page).getByRole('article');
    const count = await mars.count();
    const card = mars.filter({ hasText: HEADLINE });
    await card.getByRole('button', { name: /^Saved: / }).click();
    await expect(page).toHaveURL(/\/following\?unread=1$/);
    await expect(card.getByRole('button', { name: /^Save: / })).toBeVisible();
    await card.getByRole('button', { name: /^Mark as read: / }).click();
    await expect(mars).toHaveCount(count - 1);
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    await expect(page.getByRole('heading', { name: 'Nothing unread on what you follow' })).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page).toHaveURL(/\/following\?unread=1$/);
    await expect(mars).toHaveCount(count - 1);
    await page.goto('/history');
    await expect(cards(page, 'Articles you read')).toHaveCount(1);
    await page.getByRole('button', { name: /^Remove: / }).click();
    await expect(page.getByRole('heading', { name: 'Nothing read yet' })).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(cards(page, 'Articles you read')).toHaveCount(1);
  });
});
