import type { Locator, Page } from '@playwright/test';
import { nextAdmin } from '../site.ts';
import { expect, test } from '../test.ts';

test('the form of a topic by keyboard only, and unsaved changes are asked about', async ({
  page,
  context,
  signIn,
}) => {
  await signIn(context, nextAdmin());
  await page.goto('/admin/topics/new');
  const press = (key: string) => page.keyboard.press(key);
  await page.getByRole('textbox', { name: 'Name', exact: true }).focus();
  await page.keyboard.type('Caspian Sea');
  await tabTo(page, page.getByRole('combobox', { name: 'Stands under' }));
  await page.keyboard.type('ira');
  const first = page.getByRole('listbox').getByRole('option').first();
  await expect(first).toContainText('Iran');
  await expect(first).toHaveAttribute('data-highlighted');
  await press('Enter');
  await expect(page.getByRole('combobox', { name: 'Stands under' })).toHaveValue('Iran');

  let asked = 0;
  page.once('dialog', (dialog) => {
    asked += 1;
    return dialog.dismiss();
  });
  await page.getByRole('link', { name: 'Merges' }).click();
  expect(asked).toBe(1);
  await expect(page).toHaveURL('/admin/topics/new');

  await tabTo(page, page.getByRole('button', { name: 'Make topic' }));
  await press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Caspian Sea' })).toBeVisible();
});

/** Presses Tab until the target has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}
