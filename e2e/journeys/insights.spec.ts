import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { nextAdmin, type Site, startSite } from '../site.ts';
import { expect, test as newSite, watchConsole } from '../test.ts';

/**
 * A site whose readers were there before its first start of the day: figures are counted once an hour,
 * and twelve readers are more than one network may sign in.
 */
const test = newSite.extend<object, { site: Site }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern.
    async ({}, use) => {
      const before = await startSite();
      await before.end();
      before.publish('a-new-look-at-mars', { headline: 'A new look at Mars', topics: ['mars'] });
      await addReaders(join(before.dataDir, 'pg'));
      const site = await startSite({ from: before });
      await use(site);
      await site.remove();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});

/** Twelve who follow Iran and have read about it, nine who follow Oceans. */
async function addReaders(files: string): Promise<void> {
  const database = await PGlite.create({ dataDir: files });
  for (let n = 0; n < 12; n++) {
    const id = randomUUID();
    await database.query('insert into users (id, email) values ($1, $2)', [id, `seeded-${n}@example.com`]);
    const follow = 'insert into follows (user_id, topic_id) select $1, id from topics where slug = $2';
    await database.query(follow, [id, 'iran']);
    if (n < 9) await database.query(follow, [id, 'oceans']);
    await database.query(
      `insert into reads (user_id, article_id, read_at)
       select $1, id, now() from articles where slug = 'pompeo-accuses-iran-of-al-qaeda-ties'`,
      [id],
    );
  }
  await database.close();
}

test('an editor sees what is followed and not covered, and the other way round, and takes it along as a file @once', async ({
  page,
  context,
  signIn,
}) => {
  const complaints = watchConsole(page);
  await signIn(context, nextAdmin());
  await page.goto('/admin/topics');
  await page.getByRole('navigation', { name: 'Newsroom' }).getByRole('link', { name: 'Insights' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Insights' })).toBeVisible();

  const list = (title: string) =>
    page
      .getByRole('main')
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: title }) });
  await expect(list('Followed and not covered').getByRole('listitem')).toHaveText(['Iran10+ followers']);
  const notFollowed = list('Covered and not followed').getByRole('listitem');
  await expect(notFollowed.filter({ hasText: 'Mars' })).toHaveText('Mars1 article');
  await expect(notFollowed.filter({ hasText: 'Iran' })).toHaveCount(0);

  const figure = page.getByRole('figure', { name: 'Demand against coverage' });
  await expect(figure.getByRole('link', { name: /^Iran: 10\+ followers, 0 articles$/ })).toBeAttached();
  await expect(figure.getByRole('link', { name: /Mars.*: under 10 followers, 1 article$/ })).toBeAttached();

  const row = (name: string) =>
    page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });
  await expect(row('Iran').getByRole('cell')).toHaveText(['Place', '10+', '10+', '10+', '0']);
  // Nine, and none: the same.
  for (const name of ['Oceans', 'Football']) {
    const cells = await row(name).getByRole('cell').allTextContents();
    expect(cells.slice(1)).toEqual(['under 10', 'under 10', 'under 10', '0']);
  }

  await page.getByLabel('Name, other name or address').fill('iran');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(/q=iran/);
  await expect(row('Mars')).toHaveCount(0);
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download CSV' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^insights-28-days-\d{4}-\d\d-\d\d\.csv$/);
  const lines = readFileSync(await download.path(), 'utf8').split('\r\n');
  expect(lines).toContain('iran,Iran,place,10,10,10,0');

  await figure.getByRole('link', { name: /^Iran: / }).press('Enter');
  await expect(page).toHaveURL(/\/admin\/topics\/iran$/);
  expect(complaints).toEqual([]);
});

test.describe('without JavaScript @once', () => {
  test.use({ javaScriptEnabled: false });

  test('span, order and search are links and a form; the plot is there', async ({
    page,
    context,
    signIn,
  }) => {
    await signIn(context, nextAdmin());
    await page.goto('/admin/insights');
    await page.getByRole('link', { name: 'Last 7 days' }).click();
    await expect(page).toHaveURL(/days=7/);
    await expect(page.getByRole('link', { name: 'Last 7 days' })).toHaveAttribute('aria-current', 'page');
    await expect(page.getByText('no article in the last 7 days.', { exact: false }).first()).toBeVisible();
    await page.getByLabel('Sorted by').selectOption('Most followers');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(page).toHaveURL(/sort=-followers&days=7/);
    // The row of headings is not shown on phones.
    await expect(page.locator('tbody tr').first()).toContainText('Iran');
    const figure = page.getByRole('figure', { name: 'Demand against coverage' });
    await expect(figure.getByText('Iran', { exact: true })).toBeVisible();
    await figure.getByRole('link', { name: 'The same as a table' }).click();
    await expect(page).toHaveURL(/#all-topics$/);
    await page.goto('/admin/insights?days=5&sort=nonsense');
    await expect(page.getByText('This address asks for nothing we know.')).toBeVisible();
    await expect(page.getByRole('figure')).toBeVisible();
  });
});

test('there is nothing for axe or the console, nor to scroll sideways', async ({
  page,
  context,
  signIn,
  isAccessible,
}) => {
  const complaints = watchConsole(page);
  await signIn(context, nextAdmin());
  await page.goto('/admin/insights', { waitUntil: 'networkidle' });
  await isAccessible(page);
  const { height = 800, width = 0 } = page.viewportSize() ?? {};
  for (const each of [width, 320]) {
    await page.setViewportSize({ width: each, height });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }
  expect(complaints).toEqual([]);
});

newSite('a site without readers says what will be here', async ({ page, context, signIn }) => {
  await signIn(context, nextAdmin());
  await page.goto('/admin/insights');
  await expect(page.getByText('Not enough readers yet')).toBeVisible();
  await expect(page.getByRole('figure')).toHaveCount(0);
  // Searched for, since other topics may come before it on the first page.
  await page.goto('/admin/insights?q=oceans');
  await expect(page.locator('tbody tr').first()).toContainText('under 10');
});
