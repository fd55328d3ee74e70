import { tabTo } from '../keys.ts';
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
  await tabTo(page.getByRole('combobox', { name: 'Stands under' }));
  await page.keyboard.type('ocea');
  const first = page.getByRole('listbox').getByRole('option').first();
  await expect(first).toContainText('Oceans');
  await expect(first).toHaveAttribute('data-highlighted');
  await press('Enter');
  await expect(page.getByRole('combobox', { name: 'Stands under' })).toHaveValue('Oceans');

  let asked = 0;
  page.once('dialog', (dialog) => {
    asked += 1;
    return dialog.dismiss();
  });
  await page.getByRole('link', { name: 'Merges' }).click();
  expect(asked).toBe(1);
  await expect(page).toHaveURL('/admin/topics/new');

  await tabTo(page.getByRole('button', { name: 'Make topic' }));
  await press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Caspian Sea' })).toBeVisible();
});

test('a merge and its undoing by keyboard only', async ({ page, context, signIn }) => {
  await signIn(context, nextAdmin());
  await page.goto('/admin/topics/malaria/merge');
  const press = (key: string) => page.keyboard.press(key);
  const target = page.getByRole('combobox', { name: 'Merge into' });
  await tabTo(target);
  await page.keyboard.type('vaccin');
  await expect(page.getByRole('option', { name: /^Vaccines/ })).toBeVisible();
  await press('ArrowDown');
  await press('ArrowUp');
  await press('Enter');
  await expect(target).toHaveValue('Vaccines');
  const merge = page.getByRole('button', { name: 'Merge Malaria into Vaccines' });
  await tabTo(merge);
  await press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Merge Malaria into Vaccines?' });
  await expect(dialog).toBeVisible();
  await press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(merge).toBeFocused();
  await press('Enter');
  await tabTo(dialog.getByRole('button', { name: 'Merge into Vaccines' }));
  await press('Enter');
  await expect(page.getByText('Malaria is merged into Vaccines', { exact: true })).toBeVisible();
  await expect(dialog).toHaveCount(0);
  // The focus is on what was done, so that the next Tab reaches what can be done about it.
  await press('Tab');
  await expect(page.getByRole('link', { name: 'See Vaccines' })).toBeFocused();
  await press('Tab');
  await press('Enter');
  const undo = page.getByRole('button', { name: 'Undo the merge of Malaria into Vaccines' });
  await tabTo(undo);
  await press('Enter');
  await tabTo(page.getByRole('dialog').getByRole('button', { name: 'Undo the merge' }));
  await press('Enter');
  await expect(page.getByRole('listitem').filter({ hasText: 'Malaria into Vaccines' }).first()).toContainText(
    'Undone',
  );
});
