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
    const idle = page.locator(':is(button, input, select, textarea):not(form *)').filter({ visible: true });
    expect(await idle.evaluateAll((all) => all.map((control) => control.outerHTML)), path).toEqual([]);
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
  const window = page.viewportSize();
  await page.getByRole('link', { name: 'Open this photo in gallery' }).click();
  const [first, second] = [page.locator('#photo-1'), page.locator('#photo-2')];
  expect(await first.boundingBox()).toEqual({ x: 0, y: 0, ...window });
  await expect(first.getByRole('link', { name: 'Previous photo' })).toHaveCount(0);
  await first.getByRole('link', { name: 'Next photo' }).click();
  expect(await second.boundingBox()).toEqual({ x: 0, y: 0, ...window });
  await expect(second.getByText('Illustration/Your Globe')).toBeVisible();
  await second.getByRole('link', { name: 'Close gallery' }).click();
  expect((await second.boundingBox())?.width).toBeLessThan(600);
  await page.goBack();
  await page.goBack();
  expect(await first.boundingBox()).toEqual({ x: 0, y: 0, ...window });
});
