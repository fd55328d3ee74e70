import { expect, putAll, test } from '../test.ts';

test.use({ javaScriptEnabled: false });

const ARTICLE = '/article/pompeo-accuses-iran-of-al-qaeda-ties';

test('no control is shown that would do nothing', async ({ page, context, signIn, site }) => {
  await signIn(context);
  await putAll(context, site, ['follows/iran', 'saved/fire-at-notre-dame', 'reads/fire-at-notre-dame']);
  const pages = ['/', ARTICLE, '/topics', '/topics/a-z', '/topic/iran', '/following/manage'];
  for (const path of [...pages, '/following', '/saved', '/history']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
    const controls = page.locator(':is(button, input, select, textarea)').filter({ visible: true });
    const idle = await controls.evaluateAll((all) =>
      (all as HTMLButtonElement[]).filter(({ form }) => form === null).map(({ outerHTML }) => outerHTML),
    );
    expect(idle, path).toEqual([]);
  }
});

test('the directory is in order of sections or from A to Z, at addresses of their own', async ({ page }) => {
  await page.goto('/topics');
  const groups = page.getByRole('main').getByRole('heading', { level: 2 });
  await expect(groups.first()).toHaveText('World');
  await page.getByRole('link', { name: 'A to Z' }).click();
  await expect(page).toHaveURL(/\/topics\/a-z$/);
  const letters = await groups.allTextContents();
  expect(letters.length).toBeGreaterThan(10);
  expect(letters).toEqual(letters.toSorted());
  await page.getByRole('link', { name: 'By section' }).click();
  await expect(groups.first()).toHaveText('World');
});

test('the gallery can be opened, gone through and closed', async ({ page }) => {
  await page.goto(ARTICLE);
  await page.getByRole('link', { name: 'Open this photo in gallery' }).click();
  await expect(page).toHaveURL(new RegExp(`${ARTICLE}/photo/1$`));
  const main = page.getByRole('main');
  await expect(main.getByText('1 of 3')).toBeVisible();
  await expect(main.getByRole('link', { name: 'Previous photo' })).toHaveCount(0);
  await main.getByRole('link', { name: 'Next photo' }).click();
  await expect(main.getByText('2 of 3')).toBeVisible();
  await expect(main.getByText('Illustration/Your Globe')).toBeVisible();
  // The whole photo is in the window.
  const photo = await main.getByRole('img').boundingBox();
  expect((photo?.y ?? 0) + (photo?.height ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
  await main.getByRole('link', { name: 'Next photo' }).click();
  await expect(main.getByRole('link', { name: 'Next photo' })).toHaveCount(0);
  await main.getByRole('link', { name: 'Close gallery' }).click();
  await expect(page).toHaveURL(new RegExp(`${ARTICLE}$`));
});
