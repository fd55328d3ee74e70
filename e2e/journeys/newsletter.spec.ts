import type { Page } from '@playwright/test';
import type { Site } from '../site.ts';
import { expect, test } from '../test.ts';

const ARTICLE = '/article/fire-at-notre-dame';

test('T30 signing up for the Morning Update from an article asks by mail first, and leaving is a link away', async ({
  page,
  site,
}) => {
  const email = `letters-${test.info().project.name}-${process.pid}@example.com`;
  await page.goto(ARTICLE, { waitUntil: 'networkidle' });
  await signUp(page, email);
  await expect(page.getByText(`on its way to ${email}`)).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`${ARTICLE}$`));
  await confirmAndLeave(page, site, email);
});

test('T30 an address that is none is refused where it was typed, and nothing is sent', async ({
  page,
  site,
}) => {
  await page.goto(ARTICLE, { waitUntil: 'networkidle' });
  const before = site.mails().length;
  await signUp(page, 'a@b');
  await expect(page.getByText('You are not signed up yet.')).toBeVisible();
  await expect(page.getByLabel('E-mail address for the Morning Update')).toHaveValue('a@b');
  expect(site.mails().length).toBe(before);
});

test.describe('without JavaScript @once', () => {
  test.use({ javaScriptEnabled: false });
  test('T30 the same', async ({ page, site }) => {
    const email = `plain-letters-${test.info().project.name}-${process.pid}@example.com`;
    await page.goto(ARTICLE);
    await signUp(page, email);
    await expect(page.getByText('Check your mail')).toBeVisible();
    await confirmAndLeave(page, site, email);
  });
});

async function signUp(page: Page, email: string) {
  const field = page.getByLabel('E-mail address for the Morning Update');
  await field.fill(email);
  await page.getByRole('button', { name: 'Sign up today' }).first().click();
}

async function confirmAndLeave(page: Page, site: Site, email: string) {
  const mails = () => site.mails().filter((mail) => mail.to === email);
  const link = (path: string) => mails()[0]?.text.match(new RegExp(`https?://\\S+${path}\\S+`))?.[0] ?? '';
  await expect.poll(() => mails().length).toBe(1);
  await page.goto(link('/newsletters/confirm'));
  // Looking is not confirming.
  expect(mails()).toHaveLength(1);
  await page.getByRole('button', { name: 'Confirm my subscription' }).click();
  await expect(page.getByRole('heading', { name: 'You are subscribed' })).toBeVisible();
  await expect.poll(() => mails().length).toBe(2);
  await page.goto(link('/newsletters/unsubscribe'));
  await page.getByRole('button', { name: 'Leave the Morning Update' }).click();
  await expect(page.getByRole('heading', { name: 'You have left' })).toBeVisible();
}
