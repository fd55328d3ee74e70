import type { BrowserContext, Page } from '@playwright/test';
import { nextAdmin, type Site } from '../site.ts';
import { expect, test, watchConsole } from '../test.ts';

test('editors make a topic, rename and nest it, meet each other’s changes, and retire it', async ({
  page,
  context,
  browser,
  site,
  signIn,
}) => {
  const complaints = watchConsole(page);
  await signIn(context, nextAdmin());
  const name = `Aral Sea ${test.info().project.name}`;
  const slug = name.toLowerCase().replaceAll(' ', '-');

  // Found wanting first: what was typed stays, the mistake stands beside its field, which has the focus.
  await page.goto('/admin/topics/new');
  const field = (label: string) => page.getByRole('textbox', { name: label, exact: true });
  await field('Name').fill('ÍRAN');
  await field('Description').fill('Water that left.');
  await page.getByRole('button', { name: 'Make topic' }).click();
  await expect(field('Name')).toHaveAccessibleDescription('Name is taken by Iran (iran).');
  await expect(field('Name')).toBeFocused();
  await expect(field('Description')).toHaveValue('Water that left.');

  await field('Name').fill(name);
  await pick(page, 'Stands under', 'ocea', 'Oceans');
  await page.getByRole('button', { name: 'Make topic' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText(`${name} is made. Its page is /topic/${slug}.`)).toBeVisible();
  await expect(page).toHaveTitle(new RegExp(`^Edit ${name} · `));
  await expect(page.getByRole('combobox', { name: 'Stands under' })).toHaveValue('Oceans');
  expect(await statusOf(context, `/topic/${slug}`)).toEqual([200, undefined]);

  // A new address: the old one leads on for pages, the API and follows.
  await field('Address').fill(`${slug}-today`);
  await field('Name').fill(`${name} today`);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page).toHaveURL(`/admin/topics/${slug}-today`);
  await expect(page.getByText(`${name} today is saved: name, address.`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeFocused();
  await expect(page.getByRole('region', { name: 'Old addresses' })).toContainText(`/topic/${slug}`);
  expect(await statusOf(context, `/topic/${slug}`)).toEqual([308, `/topic/${slug}-today`]);
  const api = `/api/admin/topics/${slug}`;
  expect(await statusOf(context, api)).toEqual([308, `${api}-today`]);
  expect(await statusOf(context, `/admin/topics/${slug}`)).toEqual([303, `/admin/topics/${slug}-today`]);
  const followed = await context.request.put(`/api/follows/${slug}`, { headers: { Origin: site.url } });
  expect(followed.status()).toBe(204);
  const me = (await (await context.request.get('/api/me')).json()) as { followedTopics: string[] };
  expect(me.followedTopics).toContain(`${slug}-today`);

  // Moved, it shows under its new parent and no longer under the old one.
  await pick(page, 'Stands under', 'clim', 'Climate');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(/is saved: stands under/)).toBeVisible();
  expect(await (await context.request.get('/topic/climate')).text()).toContain(`${name} today`);
  expect(await (await context.request.get('/api/admin/topics?parent=oceans')).text()).not.toContain(name);

  await meetAnotherEditor({
    page,
    browserContext: await browser.newContext(),
    site,
    signIn,
    slug: `${slug}-today`,
  });

  await pick(page, 'Successor', 'ocea', 'Oceans');
  // What was done has the focus, not the button that would undo it at once.
  await page.getByRole('button', { name: 'Retire this topic' }).press('Enter');
  await expect(page.locator(':focus')).toHaveText(`${name} today is retired`);
  await expect(page.locator(':focus')).toBeInViewport();
  expect(await (await context.request.get(`/topic/${slug}-today`)).text()).toContain('This topic is retired');
  await page.getByRole('button', { name: 'Save successor' }).click();
  await expect(page.getByText(`${name} today has its successor saved.`)).toBeVisible();
  await page.getByRole('button', { name: 'Restore' }).press('Enter');
  await expect(page.locator(':focus')).toHaveText(`${name} today is restored`);
  expect(complaints.filter((text) => !/40[09]/.test(text))).toEqual([]);
});

/** Two editors change one topic: the second sees what the first did, and chooses. */
async function meetAnotherEditor(given: {
  page: Page;
  browserContext: BrowserContext;
  site: Site;
  signIn: (context: BrowserContext, email?: string) => Promise<string>;
  slug: string;
}): Promise<void> {
  const { page, browserContext, site, signIn, slug } = given;
  const path = `${site.url}/api/admin/topics/${slug}`;
  await signIn(browserContext, nextAdmin());
  const saveElsewhere = async (description: string) => {
    const { version } = (await (await browserContext.request.get(path)).json()) as { version: number };
    const headers = { Origin: site.url };
    const answer = await browserContext.request.patch(path, { headers, data: { version, description } });
    expect(answer.status()).toBe(200);
  };
  const description = page.getByRole('textbox', { name: 'Description' });
  const conflict = page.getByRole('alert').filter({ hasText: 'Someone else has changed this topic' });
  const save = page.getByRole('button', { name: 'Save', exact: true });

  await saveElsewhere('Theirs, first.');
  await description.fill('Mine, first.');
  await save.click();
  await expect(conflict).toContainText('Theirs: Theirs, first.');
  await expect(conflict).toContainText('Yours: Mine, first.');
  await expect(description).toHaveValue('Mine, first.');
  await conflict.getByRole('button', { name: 'Keep mine' }).click();
  await expect(page.getByText(/is saved: description/)).toBeVisible();
  await expect(conflict).toHaveCount(0);

  await saveElsewhere('Theirs, second.');
  await description.fill('Mine, second.');
  await save.click();
  await conflict.getByRole('button', { name: 'Take theirs' }).click();
  await expect(description).toHaveValue('Theirs, second.');
  await expect(conflict).toHaveCount(0);
  await browserContext.close();
}

test('the table is searched, filtered, sorted and paged by its address, without scripts', async ({
  context,
  browser,
  site,
  signIn,
}) => {
  await signIn(context, nextAdmin());
  const state = await context.storageState();
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: state,
    baseURL: site.url,
  });
  const page = await plain.newPage();
  await page.goto('/admin/topics');
  const rows = page.locator('tbody tr');
  await expect(rows).toHaveCount(50);
  await page.getByRole('link', { name: 'Next topics' }).click();
  await expect(page.getByRole('link', { name: 'First page' })).toBeVisible();
  const search = page.getByRole('searchbox', { name: 'Name, other name or address' });
  await search.fill('TEHRÁN');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Iran');
  await page.goto('/admin/topics?parent=middle-east&sort=-articles');
  await expect(rows.first()).toContainText('Iran');
  await page.goto('/admin/topics?parent=nowhere');
  await expect(page.getByRole('textbox', { name: 'Under (address)' })).toHaveAccessibleDescription(
    'There is no topic with this address.',
  );
  expect((await plain.request.get('/api/admin/topics?cursor=forged')).status()).toBe(400);
  await plain.close();
});

test('the tree opens to what stands under a topic', async ({ page, context, signIn }) => {
  await signIn(context, nextAdmin());
  await page.goto('/admin/topics/tree');
  await page.getByRole('searchbox', { name: 'Name, other name or address' }).fill('iran');
  await page.getByRole('button', { name: 'Find' }).click();
  await expect(page.locator('tbody tr').first()).toContainText('Middle East');
  await page.goBack();
  const top = page.getByRole('list', { name: 'Topics of the top level' });
  await top
    .locator('summary')
    .filter({ hasText: /^World$/ })
    .click();
  const under = page.getByRole('list', { name: 'Topics under World' });
  await under.locator('summary').filter({ hasText: 'Middle East' }).click();
  await page
    .getByRole('list', { name: 'Topics under Middle East' })
    .getByRole('link', { name: 'Iran', exact: true })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Iran' })).toBeVisible();
});

/** Types part of a name into a picker and chooses a topic it finds. */
async function pick(page: Page, label: string, part: string, name: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label });
  // Letter by letter, over what was chosen before.
  await box.selectText();
  await box.pressSequentially(part);
  await expect(box).toHaveValue(part);
  await page.getByRole('listbox').getByRole('option', { name }).first().click();
  await expect(box).toHaveValue(name);
}

/** The status of an address and where it leads, without following. */
async function statusOf(context: BrowserContext, path: string): Promise<[number, string | undefined]> {
  const answer = await context.request.get(path, { maxRedirects: 0 });
  return [answer.status(), answer.headers().location];
}
