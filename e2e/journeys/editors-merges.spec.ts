import type { APIRequestContext, Browser, Page } from '@playwright/test';
import { nextAdmin, type Site } from '../site.ts';
import { expect, putAll, test, watchConsole } from '../test.ts';

/** What the follower of a topic sees of it. */
async function openReader(
  browser: Browser,
  site: Site,
  signIn: (context: Awaited<ReturnType<Browser['newContext']>>) => Promise<string>,
  slugs: string[],
) {
  const context = await browser.newContext({ baseURL: site.url });
  await signIn(context);
  const paths = slugs.map((slug) => `follows/${slug}`);
  await putAll(context, site, paths);
  const page = await context.newPage();
  await page.goto('/following');
  const feed = page.getByRole('list', { name: 'Your feed', exact: true });
  return {
    page,
    request: context.request,
    feed,
    headlines: () => feed.getByRole('article').getByRole('heading').allInnerTexts(),
    follows: async () => {
      const { follows } = await (await context.request.get('/api/follows')).json();
      return (follows as { slug: string }[]).map((follow) => follow.slug).sort();
    },
    close: () => context.close(),
  };
}

/** Where an address leads, and with which status, without going there. */
async function lead(request: APIRequestContext, path: string): Promise<[number, string]> {
  const answer = await request.get(path, { maxRedirects: 0 });
  return [answer.status(), new URL(answer.headers().location ?? path, 'http://x').pathname];
}

async function mergeByRequest(page: Page, site: Site, from: string, into: string): Promise<number> {
  const answer = await page.request.post(`/api/admin/topics/${from}/merge`, {
    headers: { Origin: site.url },
    data: { into },
  });
  expect(answer.status()).toBe(200);
  return ((await answer.json()) as { mergeId: number }).mergeId;
}

async function undoIn(page: Page, names: string): Promise<void> {
  await page.getByRole('button', { name: `Undo the merge of ${names}` }).click();
  await page
    .getByRole('dialog', { name: `Undo the merge of ${names}?` })
    .getByRole('button', { name: 'Undo the merge' })
    .click();
}

test('T36 an editor merges two topics while a reader looks on, and undoes it', async ({
  page,
  context,
  browser,
  site,
  signIn,
  isAccessible,
}) => {
  const complaints = watchConsole(page);
  const ann = await openReader(browser, site, signIn, ['malaria', 'oceans']);
  const bob = await openReader(browser, site, signIn, ['malaria', 'vaccines']);
  const before = await ann.headlines();
  await expect(ann.feed.getByText('Because you follow Malaria').first()).toBeVisible();
  // The page of the topic is in the cache before the merge.
  expect(await lead(page.request, '/topic/malaria')).toEqual([200, '/topic/malaria']);

  await signIn(context, nextAdmin());
  await page.goto('/admin/topics/malaria/merge');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Merge Malaria');
  const target = page.getByRole('combobox', { name: 'Merge into' });
  await target.fill('no such topic');
  await expect(page.getByText('No topic is called “no such topic”.')).toBeVisible();
  await target.fill('vacc');
  await page.getByRole('option', { name: /^Vaccines/ }).click();
  await expect(target).toHaveValue('Vaccines');
  await expect(
    page.getByText(
      '2 readers of Malaria will follow Vaccines; 1 follows both already. It has 1 follower now and will have 2.',
    ),
  ).toBeVisible();
  await expect(page.getByText('/topic/malaria will lead to /topic/vaccines.')).toBeVisible();
  await isAccessible(page);

  await page.getByRole('button', { name: 'Merge Malaria into Vaccines' }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge Malaria into Vaccines?' });
  await isAccessible(page);
  await dialog.getByRole('button', { name: 'Merge into Vaccines' }).click();
  await expect(page.getByText('Malaria is merged into Vaccines', { exact: true })).toBeVisible();
  await isAccessible(page);

  // The reader comes back to the window: what they follow is asked for anew, then their feed.
  await ann.page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
  await expect(ann.feed.getByText('Because you follow Vaccines').first()).toBeVisible();
  await expect(ann.feed.getByText('Because you follow Malaria')).toHaveCount(0);
  expect(await ann.headlines()).toEqual(expect.arrayContaining(before));
  expect(await ann.follows()).toEqual(['oceans', 'vaccines']);
  expect(await bob.follows()).toEqual(['vaccines']);
  await ann.page.goto('/following/manage');
  await expect(ann.page.getByLabel('Search 2 followed topics and authors')).toBeVisible();

  // The old address leads on, from the cache too, and so do its older pages and its API.
  for (let turn = 0; turn < 2; turn++) {
    expect(await lead(page.request, '/topic/malaria')).toEqual([308, '/topic/vaccines']);
    expect(await lead(page.request, '/topic/malaria/before/99999999999999-1')).toEqual([
      308,
      '/topic/vaccines',
    ]);
  }
  const headers = { Origin: site.url };
  expect((await ann.request.delete('/api/follows/malaria', { headers })).status()).toBe(204);
  expect(await ann.follows()).toEqual(['oceans']);
  expect((await ann.request.put('/api/follows/malaria', { headers })).status()).toBe(204);
  expect(await ann.follows()).toEqual(['oceans', 'vaccines']);

  await page.getByRole('link', { name: 'All merges, to undo it' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'Malaria into Vaccines' });
  await expect(row.first()).toContainText('2 followers carried over');
  await page.getByRole('button', { name: 'Undo the merge of Malaria into Vaccines' }).click();
  const asked = page.getByRole('dialog', { name: 'Undo the merge of Malaria into Vaccines?' });
  await expect(asked).toContainText('What comes back');
  await expect(asked).toContainText('Readers who have unfollowed Vaccines since follow neither');
  await isAccessible(page);
  await asked.getByRole('button', { name: 'Undo the merge' }).click();
  await expect(row.first()).toContainText('Undone');
  await expect(row.first().getByRole('heading')).toBeFocused();
  await isAccessible(page);

  expect(await lead(page.request, '/topic/malaria')).toEqual([200, '/topic/malaria']);
  // She followed the two anew while they were one, so both are hers.
  expect(await ann.follows()).toEqual(['malaria', 'oceans', 'vaccines']);
  expect(await bob.follows()).toEqual(['malaria', 'vaccines']);
  expect(complaints).toEqual([]);
  await ann.close();
  await bob.close();
});

test('a merge that a later one builds on says which to undo first @once', async ({
  page,
  context,
  site,
  signIn,
}) => {
  await signIn(context, nextAdmin());
  await mergeByRequest(page, site, 'malaria', 'vaccines');
  await page.goto('/admin/merges');
  const first = page.getByRole('listitem').filter({ hasText: 'Malaria into Vaccines' }).first();
  await first.getByRole('button', { name: /^Undo/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Undo the merge of Malaria into Vaccines?' });
  await expect(dialog).toBeVisible();
  // Someone else goes on while this editor is being asked.
  await mergeByRequest(page, site, 'vaccines', 'covid-19');
  expect(await lead(page.request, '/topic/malaria')).toEqual([308, '/topic/covid-19']);
  await dialog.getByRole('button', { name: 'Undo the merge' }).click();
  await expect(first.getByRole('alert')).toHaveText(
    'Not undone. Undo the merge of Vaccines into COVID-19 first: it came after this one.',
  );
  await expect(first).toContainText('First undo Vaccines into COVID-19, which came later.');

  await undoIn(page, 'Vaccines into COVID-19');
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Vaccines into COVID-19' }).first(),
  ).toContainText('Undone');
  await undoIn(page, 'Malaria into Vaccines');
  await expect(first).toContainText('Undone');
});

test('what cannot be merged is said beside the field, and the choice stays @once', async ({
  page,
  context,
  site,
  signIn,
}) => {
  await signIn(context, nextAdmin());
  await page.goto('/admin/topics/health/merge');
  await expect(page.getByText('Health is a section')).toBeVisible();

  await page.goto('/admin/topics/malaria/merge');
  await expect(page).toHaveTitle(/^Merge Malaria · /);
  await page.getByRole('link', { name: 'Edit Malaria' }).click();
  await page.getByRole('link', { name: 'Merge Malaria into another topic' }).click();
  const target = page.getByRole('combobox', { name: 'Merge into' });
  await target.fill('vacc');
  await page.getByRole('option', { name: /^Vaccines/ }).click();
  await page.getByRole('button', { name: 'Merge Malaria into Vaccines' }).click();
  // Someone else merges them the other way round at this moment.
  const mergeId = await mergeByRequest(page, site, 'vaccines', 'malaria');
  const dialog = page.getByRole('dialog', { name: 'Merge Malaria into Vaccines?' });
  await dialog.getByRole('button', { name: 'Merge into Vaccines' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Vaccines leads to the topic itself.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(target).toHaveValue('Vaccines');
  await page.request.post(`/api/admin/merges/${mergeId}/undo`, { headers: { Origin: site.url } });
});
