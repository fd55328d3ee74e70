import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { nextAdmin } from '../site.ts';
import { expect, test, watchConsole } from '../test.ts';

/** A reader with a browser of their own. */
async function openReader(browser: Browser, baseURL: string | undefined) {
  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const statusOf = async (path: string) =>
    (await context.request.get(path, { headers: { Accept: 'text/html' }, maxRedirects: 0 })).status();
  return { context, statusOf };
}

const roleOf = (page: Page, email: string) => page.getByLabel(`Role of ${email}`, { exact: true }).last();
const saveOf = (page: Page, email: string) =>
  page.getByRole('button', { name: `Save role of ${email}`, exact: true }).last();

test('T19 an admin makes a reader an editor and takes it away again, each from the next request on; the log shows both @once', async ({
  page,
  context,
  browser,
  baseURL,
  signIn,
}) => {
  const complaints = watchConsole(page);
  const reader = await openReader(browser, baseURL);
  const email = await signIn(reader.context);
  const admin = await signIn(context, nextAdmin());
  expect(await reader.statusOf('/admin/topics')).toBe(404);

  await page.goto('/admin/people');
  await page.getByLabel('Give a role to the address').fill(` ${email.toUpperCase()}`);
  await page.getByRole('button', { name: 'Give role' }).click();
  await expect(page.getByText(`${email} is now an editor.`)).toBeVisible();
  await expect(roleOf(page, email)).toHaveValue('editor');
  expect(await reader.statusOf('/admin/topics')).toBe(200);
  expect(await reader.statusOf('/admin/audit')).toBe(200);
  expect(await reader.statusOf('/admin/people')).toBe(404);

  await roleOf(page, email).selectOption('No role');
  await saveOf(page, email).click();
  await expect(page.getByText(`${email} is now a reader.`)).toBeVisible();
  await expect(roleOf(page, email)).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Staff' })).toBeFocused();
  for (const path of ['/admin/topics', '/admin/audit']) expect(await reader.statusOf(path)).toBe(404);

  await page.getByRole('navigation', { name: 'Newsroom' }).getByRole('link', { name: 'Audit log' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Audit log' })).toBeVisible();
  await page.getByLabel('Person').selectOption(admin);
  await page.getByLabel('Action').selectOption('Role changed');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  const entries = page.getByRole('listitem').filter({ hasText: 'Role changed' });
  await expect(entries).toHaveCount(3);
  await expect(entries.nth(0)).toContainText(email);
  await expect(entries.nth(0).getByRole('definition')).toHaveText('before: editor → after: reader');
  await expect(entries.nth(1)).toContainText(email);
  await expect(entries.nth(1).getByRole('definition')).toHaveText('before: reader → after: editor');
  // The admin's own role, given by the settings.
  await expect(entries.nth(2)).toContainText('ADMIN_EMAILS');

  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download CSV' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^audit-log-\d{4}-\d\d-\d\d\.csv$/);
  const rows = readFileSync(await download.path(), 'utf8').split('\r\n');
  expect(rows).toHaveLength(5);
  expect(rows[0]).toBe('number,at,person,action,subject,key,name,before,after');
  for (const row of rows.slice(1, 3)) expect(row).toContain(`,${admin},person.role,person,${email},`);
  expect(complaints).toEqual([]);
  await reader.context.close();
});

test('people are found by name or address, and nobody gets a role before they have signed in @once', async ({
  page,
  context,
  browser,
  baseURL,
  signIn,
}) => {
  const reader = await openReader(browser, baseURL);
  const email = await signIn(reader.context);
  await signIn(context, nextAdmin());
  await page.goto('/admin/people');
  await page.getByLabel('Find by name or address').fill(email.slice(0, -4));
  await page.getByRole('button', { name: 'Find' }).click();
  const found = page.getByRole('region', { name: 'Found for' });
  await expect(found.getByText(email, { exact: true })).toBeVisible();
  await expect(found.getByRole('listitem')).toHaveCount(1);

  await page.getByLabel('Find by name or address').fill('x');
  await page.getByRole('button', { name: 'Find' }).click();
  await expect(page.getByText('must have at least 2 characters')).toBeVisible();

  await page.getByLabel('Give a role to the address').fill('nobody-yet@example.com');
  await page.getByRole('button', { name: 'Give role' }).click();
  await expect(page.getByText('Nobody has signed in with this address yet.')).toBeVisible();
  await reader.context.close();
});

test('an admin steps down after being asked, and the page is gone with the next request @once', async ({
  page,
  context,
  browser,
  baseURL,
  signIn,
}) => {
  const other = await openReader(browser, baseURL);
  await signIn(other.context, nextAdmin());
  const admin = await signIn(context, nextAdmin());
  await page.goto('/admin/people');
  await expect(page.getByText('Named in ADMIN_EMAILS').first()).toBeVisible();
  await roleOf(page, admin).selectOption('Editor');
  await saveOf(page, admin).click();
  const dialog = page.getByRole('dialog', { name: 'Step down as administrator?' });
  await dialog.getByRole('button', { name: 'Stay administrator' }).click();
  await expect(dialog).toHaveCount(0);
  await saveOf(page, admin).click();
  await dialog.getByRole('button', { name: 'Step down' }).click();
  await page.waitForURL('/admin/topics');
  await expect(page.getByRole('link', { name: 'Audit log' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'People', exact: true })).toHaveCount(0);
  expect((await page.goto('/admin/people'))?.status()).toBe(404);
  expect(await other.statusOf('/admin/people')).toBe(200);
  await other.context.close();
});

test.describe('without JavaScript @once', () => {
  test.use({ javaScriptEnabled: false });
  test('the log is filtered and people are found all the same', async ({ page, context, signIn }) => {
    const admin = await signIn(context, nextAdmin());
    await page.goto('/admin/audit');
    await page.getByLabel('Person').selectOption(admin);
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(page).toHaveURL(/person=[0-9a-f-]{36}/);
    await expect(page.getByRole('listitem').filter({ hasText: 'Role changed' })).toHaveCount(1);
    await page.getByLabel('Topic’s address').fill('nowhere');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(page.getByText('No entries.')).toBeVisible();
    await page.getByRole('link', { name: 'Show all' }).click();
    await expect(page.getByText('No entries.')).toHaveCount(0);
    await page.goto('/admin/people');
    await page.getByLabel('Find by name or address').fill(admin);
    await page.getByRole('button', { name: 'Find' }).click();
    await expect(page.getByRole('region', { name: 'Found for' })).toContainText(admin);
  });
});

test('the pages of the log follow one another without a gap or a repetition @once', async ({
  page,
  context,
  browser,
  baseURL,
  signIn,
  site,
}) => {
  const reader = await openReader(browser, baseURL);
  const email = await signIn(reader.context);
  const admin = await signIn(context, nextAdmin());
  const idOf = async (address: string) => {
    const answer = await context.request.get('/api/admin/people', { params: { q: address } });
    return ((await answer.json()) as { exact: { id: string } }).exact.id;
  };
  const readerId = await idOf(email);
  for (let turn = 0; turn < 52; turn++) {
    const answer = await context.request.put(`/api/admin/people/${readerId}/role`, {
      headers: { Origin: site.url },
      data: { role: turn % 2 === 0 ? 'editor' : 'reader' },
    });
    expect(answer.status()).toBe(204);
  }
  await page.goto(`/admin/audit?person=${await idOf(admin)}`);
  const entries = page.getByRole('listitem').filter({ hasText: 'Role changed' });
  await expect(entries).toHaveCount(50);
  await page.getByRole('link', { name: 'Older entries' }).click();
  // The other two, and the one of the admin's own sign-in.
  await expect(entries).toHaveCount(3);
  await page.getByRole('link', { name: 'Newest entries' }).click();
  await expect(entries).toHaveCount(50);
  await reader.context.close();
});

test('people and the log have nothing for axe or the console, and nothing to scroll sideways', async ({
  page,
  context,
  signIn,
  isAccessible,
}) => {
  const complaints = watchConsole(page);
  await signIn(context, nextAdmin());
  for (const path of [
    '/admin/people?q=editor',
    '/admin/people?q=x',
    '/admin/audit',
    '/admin/audit?topic=none',
  ]) {
    await page.goto(path, { waitUntil: 'networkidle' });
    await isAccessible(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
  await page.goto('/admin/people');
  await page.getByLabel('Give a role to the address').fill('nobody-yet@example.com');
  await page.getByRole('button', { name: 'Give role' }).click();
  await page.getByText('Nobody has signed in with this address yet.').waitFor();
  await isAccessible(page);
  expect(complaints).toEqual([]);
});
