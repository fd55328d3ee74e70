import type { BrowserContext, Page } from '@playwright/test';
import type { Site } from '../site.ts';
import { expect, putAll, test } from '../test.ts';

const unfollow = (page: Page, name: string) =>
  page.getByRole('button', { name: `Unfollow ${name}`, exact: true });
const undo = (page: Page, name: string) =>
  page
    .getByRole('status')
    .locator('div')
    .filter({ hasText: `You no longer follow ${name}.` })
    .getByRole('button', { name: 'Undo' });

async function manage(page: Page, context: BrowserContext, site: Site, slugs: string[]) {
  const paths = slugs.map((slug) => `follows/${slug}`);
  await putAll(context, site, paths);
  await page.goto('/following/manage', { waitUntil: 'networkidle' });
}

test('two unfollowings can both be undone, in any order @once', async ({ page, context, site, signIn }) => {
  await signIn(context);
  await manage(page, context, site, ['iran', 'mars', 'oceans']);
  await unfollow(page, 'Iran').click();
  await unfollow(page, 'Mars').click();
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(2);
  await undo(page, 'Iran').click();
  await expect(unfollow(page, 'Iran')).toBeVisible();
  await expect(unfollow(page, 'Mars')).toHaveCount(0);
  await undo(page, 'Mars').click();
  await expect(unfollow(page, 'Mars')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await page.waitForLoadState('networkidle');
  await page.reload();
  for (const name of ['Iran', 'Mars', 'Oceans']) await expect(unfollow(page, name)).toBeVisible();
});

test('each message goes at its own time, and none while it is in use', async ({
  page,
  context,
  site,
  signIn,
}) => {
  await signIn(context);
  await manage(page, context, site, ['iran', 'mars', 'oceans']);
  await page.clock.install();
  await unfollow(page, 'Iran').press('Enter');
  await page.clock.runFor(5_000);
  await unfollow(page, 'Mars').press('Enter');
  await page.clock.runFor(4_000);
  await expect(undo(page, 'Iran')).toHaveCount(0);
  await expect(undo(page, 'Mars')).toHaveCount(1);
  await undo(page, 'Mars').focus();
  await page.clock.runFor(60_000);
  await expect(undo(page, 'Mars')).toHaveCount(1);
});

test('following again takes back what can be undone about it', async ({ page, context, signIn }) => {
  await signIn(context);
  await page.goto('/topic/mars', { waitUntil: 'networkidle' });
  const button = page.getByRole('button', { name: /Follow(ing)? Mars/ });
  await button.click();
  await button.click();
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(1);
  await button.click();
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
});

test('unfollowing by keyboard sends the focus on, and Undo brings it back @once', async ({
  page,
  context,
  site,
  signIn,
}) => {
  await signIn(context);
  await manage(page, context, site, ['iran', 'mars', 'oceans']);
  // To the next row; from the last row to the one before.
  await unfollow(page, 'Iran').press('Enter');
  await expect(unfollow(page, 'Iran')).toHaveCount(0);
  await expect(unfollow(page, 'Mars')).toBeFocused();
  await unfollow(page, 'Oceans').press(' ');
  await expect(unfollow(page, 'Oceans')).toHaveCount(0);
  await expect(unfollow(page, 'Mars')).toBeFocused();
  // Undo: to the row that came back.
  await undo(page, 'Iran').press('Enter');
  await expect(unfollow(page, 'Iran')).toBeFocused();
  // Dismissing: to where the reader was.
  await page.getByRole('button', { name: 'Dismiss' }).press('Enter');
  await expect(unfollow(page, 'Mars')).toBeFocused();
  // Nothing left to be found, then nothing left at all.
  const search = page.getByRole('searchbox');
  await search.fill('iran');
  await unfollow(page, 'Iran').press('Enter');
  await expect(search).toBeFocused();
  await search.fill('');
  await unfollow(page, 'Mars').press('Enter');
  await expect(page.getByRole('heading', { name: 'You follow nothing now' })).toBeFocused();
  await undo(page, 'Mars').press('Enter');
  await expect(unfollow(page, 'Mars')).toBeFocused();
});

test('Undo gives the focus back to the follow button it came from @once', async ({
  page,
  context,
  signIn,
}) => {
  await signIn(context);
  await page.goto('/topic/mars', { waitUntil: 'networkidle' });
  const button = page.getByRole('button', { name: /Follow(ing)? Mars/ });
  await button.press('Enter');
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await button.press('Enter');
  await undo(page, 'Mars').press('Enter');
  await expect(button).toBeFocused();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
});

test('an unfollowing that fails brings the row back and says so', async ({ page, context, site, signIn }) => {
  await signIn(context);
  await manage(page, context, site, ['iran', 'mars']);
  await page.route('**/api/follows**', (route) =>
    route.fulfill({ status: 503, json: { title: 'The database cannot be reached.' } }),
  );
  await unfollow(page, 'Iran').click();
  await expect(page.getByText('Could not unfollow Iran. The database cannot be reached.')).toBeVisible();
  await expect(unfollow(page, 'Iran')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
});

test('unfollowing beside the feed keeps the row, and the focus on it', async ({
  page,
  context,
  site,
  signIn,
}) => {
  await signIn(context);
  await manage(page, context, site, ['iran', 'mars']);
  await page.goto('/following', { waitUntil: 'networkidle' });
  const row = page.getByRole('button', { name: /^Follow(ing)? Mars$/ });
  await row.press('Enter');
  await expect(page.getByRole('article').filter({ hasText: 'Because you follow Mars' })).toHaveCount(0);
  await expect(row).toHaveAttribute('aria-pressed', 'false');
  await expect(row).toBeFocused();
});

test('offline, an unfollowing is refused at once and taken back @once', async ({
  page,
  context,
  site,
  signIn,
}) => {
  await signIn(context);
  await manage(page, context, site, ['mars']);
  await page.goto('/following', { waitUntil: 'networkidle' });
  const row = page.getByRole('button', { name: /^Follow(ing)? Mars$/ });
  await context.setOffline(true);
  await row.click();
  await expect(page.getByText('Could not unfollow Mars. You seem to be offline.')).toBeVisible();
  await expect(row).toHaveAttribute('aria-pressed', 'true');
});
