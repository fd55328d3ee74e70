import { expect, putAll, test, watchConsole } from '../test.ts';

const ARTICLE = '/article/pompeo-accuses-iran-of-al-qaeda-ties';

test('text size and colours are chosen, kept on the device, and there before anything is painted', async ({
  page,
  isAccessible,
}) => {
  const complaints = watchConsole(page);
  await page.goto(ARTICLE);
  const main = page.getByRole('main');
  const text = main
    .getByRole('article')
    .locator('p')
    .filter({ hasText: /\w{40,}|Pompeo/ })
    .last();
  const size = () => text.evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize));
  const standard = await size();
  await main.getByRole('button', { name: 'Display' }).click();
  await main.getByRole('group', { name: 'Text of articles' }).getByLabel('Larger').check();
  await main.getByRole('group', { name: 'Colours' }).getByLabel('Dark').check();
  expect(await size()).toBeGreaterThan(standard * 1.2);
  await isAccessible(page);
  // What is kept is put on the page by the first script of its body, before the text is even there.
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (!document.getElementById('main')) return;
      const { theme, text } = document.documentElement.dataset;
      document.documentElement.setAttribute('data-seen', `${theme} ${text}`);
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  for (const path of [ARTICLE, '/following', '/nowhere']) {
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.dataset.seen), path).toBe('dark larger');
  }
  await page.goto(ARTICLE);
  expect(await size()).toBeGreaterThan(standard * 1.2);
  await main.getByRole('button', { name: 'Display' }).click();
  await main.getByRole('group', { name: 'Text of articles' }).getByLabel('Standard').check();
  await main.getByRole('group', { name: 'Colours' }).getByLabel('As the device').check();
  await page.reload();
  expect(await size()).toBe(standard);
  expect(complaints.filter((complaint) => !complaint.includes('404'))).toEqual([]);
});

test('who asks for less motion sees other colours at once, on every level of the page', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(ARTICLE);
  const deep = page.getByRole('main').getByRole('article').locator('time').first();
  const colour = () =>
    deep.evaluate((node) => [getComputedStyle(node).color, document.getAnimations().length]);
  const [light] = await colour();
  await page.emulateMedia({ colorScheme: 'dark' });
  const [dark, motions] = await colour();
  expect(dark).not.toBe(light);
  expect(motions).toBe(0);
});

test('a reader goes on to the article before or after this one in the topic they came by', async ({
  page,
  context,
  signIn,
  site,
  isAccessible,
}) => {
  await signIn(context);
  await putAll(context, site, ['follows/iran', 'follows/sanctions']);
  await page.goto('/following?topic=sanctions');
  await page
    .getByRole('list', { name: 'Your feed', exact: true })
    .getByRole('link', { name: /Pompeo accuses/i })
    .click();
  await page.getByRole('heading', { name: 'Your Globe', exact: true }).scrollIntoViewIfNeeded();
  const ways = page.getByRole('navigation', { name: 'Also on Sanctions, which you follow' });
  await expect(ways).toBeVisible();
  await isAccessible(page);
  const [link] = await ways.getByRole('listitem').all();
  const headline = (await link?.getByRole('link').textContent()) ?? '';
  await link?.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: headline })).toBeVisible();
});

test('the front page has a strip of the reader’s own topics that moves nothing, and visitors ask for nothing', async ({
  page,
  context,
  signIn,
  site,
  isAccessible,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) asked.push(pathname);
  });
  const strip = page.getByRole('region', { name: 'From your topics' });
  await page.goto('/', { waitUntil: 'networkidle' });
  await expect(strip).toHaveCount(0);
  expect(asked).toEqual([]);

  await signIn(context);
  await page.addInitScript(() => {
    const shifts = { value: 0 };
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.value += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const shifted = () =>
    page.evaluate(() => (window as Window & { shifts?: { value: number } }).shifts?.value);
  await page.goto('/');
  await expect(strip.getByRole('link', { name: 'Choose topics' })).toBeVisible();
  expect(await shifted()).toBe(0);
  await putAll(context, site, ['follows/iran', 'follows/space', 'mutes/mars']);
  await page.goto('/');
  await strip.scrollIntoViewIfNeeded();
  await expect(strip.getByRole('listitem').first()).toBeVisible();
  await isAccessible(page);
  expect(await shifted()).toBe(0);
  const feed = (await (await context.request.get('/api/feed?limit=4')).json()) as {
    items: { headline: string }[];
  };
  const shown = await strip.getByRole('listitem').getByRole('link').allInnerTexts();
  expect(shown).toEqual(feed.items.slice(0, shown.length).map((item) => item.headline));
});
