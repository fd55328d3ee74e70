import { expect, test } from '../test.ts';

const ARTICLE = '/article/pompeo-accuses-iran-of-al-qaeda-ties';

test('the gallery opens by pointer and keyboard, has an address, and gives the focus back', async ({
  page,
  isAccessible,
}) => {
  const opener = page.getByRole('link', { name: 'Open this photo in gallery' });
  await expect(async () => {
    // Followed before its script runs, the link leads to the photo's page.
    await page.goto(ARTICLE);
    await opener.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 2_000 });
  }).toPass();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('1 of 3').first()).toBeVisible();
  await expect(dialog.getByText('Illustration/Your Globe').first()).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByText('2 of 3').first()).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`${ARTICLE}/photo/2$`));
  await isAccessible(page);
  for (let press = 0; press < 8; press++) await page.keyboard.press('Tab');
  await expect(dialog.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
  await expect(page).toHaveURL(new RegExp(`${ARTICLE}$`));
});

test('however late its frames are, the focus never leaves the gallery for the page beneath', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const inTime = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) => window.setTimeout(inTime, 100, callback);
    document.addEventListener('focusin', ({ target }) => {
      const root = document.documentElement;
      const isBeneath = (target as Element).closest('[role="dialog"], [data-base-ui-focus-guard]') === null;
      if (isBeneath && root.querySelector('[role="dialog"]'))
        root.dataset.strayed = (target as Element).outerHTML;
    });
  });
  const dialog = page.getByRole('dialog');
  // An older link opens it as soon as its script runs.
  await page.goto(`${ARTICLE}#photo-2`);
  await expect(dialog.getByText('2 of 3').first()).toBeVisible();
  for (let press = 0; press < 12; press++) await page.keyboard.press('Tab');
  await expect(page.locator('html')).not.toHaveAttribute('data-strayed');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('[data-gallery-photo="2"]')).toBeFocused();
});

test('Back closes the gallery, and a photo can be linked to', async ({ page, isAccessible }) => {
  // As links were before photos had pages.
  await page.goto(`${ARTICLE}#photo-3`);
  await expect(page.getByRole('dialog').getByText('3 of 3').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('link', { name: 'Open this photo in gallery' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`${ARTICLE}/photo/1$`));
  await page.goBack();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.goForward();
  await expect(page.getByRole('dialog').getByText('1 of 3').first()).toBeVisible();

  // What the address names is a page of its own, and the article is a step back from it.
  await page.reload();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const main = page.getByRole('main');
  await expect(main.getByText('1 of 3')).toBeVisible();
  await isAccessible(page);
  await main.getByRole('link', { name: 'Next photo' }).click();
  await expect(page).toHaveURL(new RegExp(`${ARTICLE}/photo/2$`));
  await expect(main.getByText('2 of 3')).toBeVisible();
  await expect(page).toHaveTitle(/^Pompeo.* \(photo 2 of 3\)/);
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`${ARTICLE}(?:#photo-3)?$`));
  await expect(page.getByRole('link', { name: 'Open this photo in gallery' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Pompeo');
});
