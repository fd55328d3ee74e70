import { tabTo } from '../keys.ts';
import { nextAdmin } from '../site.ts';
import { expect, mailedLink, test } from '../test.ts';

test('the main job by keyboard only', async ({ page, site }) => {
  await page.goto('/article/pompeo-accuses-iran-of-al-qaeda-ties');
  const press = (key: string) => page.keyboard.press(key);
  await press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused();
  await press('Enter');
  await expect(page.locator('#main')).toBeFocused();

  const follow = page.getByRole('button', { name: 'Follow Iran', exact: true });
  await tabTo(follow);
  await press('Enter');
  await expect(page.getByRole('button', { name: 'Following Iran', exact: true })).toBeFocused();
  await tabTo(page.getByRole('button', { name: 'Sign in', exact: true }));
  await press('Enter');

  await tabTo(page.getByLabel(/e-mail/i).first());
  const email = `keys-${Date.now()}@example.com`;
  await page.keyboard.type(email);
  await press('Enter');
  await expect(page.getByRole('heading', { name: /check your mail/i })).toBeVisible();
  await page.goto(mailedLink(site, email).href);
  await tabTo(page.getByRole('button', { name: /sign in/i }));
  await press('Enter');

  const check = page.getByRole('link', { name: /check following for new articles/i });
  await tabTo(check);
  await press('Enter');
  await expect(
    page.getByRole('list', { name: 'Your feed', exact: true }).getByRole('article').first(),
  ).toContainText('Because you follow Iran');
  await tabTo(
    page.getByRole('list', { name: 'Your feed', exact: true }).getByRole('link', { name: /./ }).first(),
  );
});

test('a role is given, taken away and looked up in the log by keyboard only', async ({
  page,
  context,
  browser,
  baseURL,
  signIn,
}) => {
  const readers = await browser.newContext(baseURL ? { baseURL } : {});
  const email = await signIn(readers);
  await signIn(context, nextAdmin());
  await page.goto('/admin/people');
  const press = (key: string) => page.keyboard.press(key);
  await tabTo(page.getByLabel('Give a role to the address'));
  await page.keyboard.type(email);
  await press('Enter');
  await expect(page.getByText(`${email} is now an editor.`)).toBeVisible();
  const role = page.getByLabel(`Role of ${email}`, { exact: true });
  await tabTo(role);
  await page.keyboard.type('No');
  await expect(role).toHaveValue('reader');
  await tabTo(page.getByRole('button', { name: `Save role of ${email}` }));
  await press('Enter');
  await expect(page.getByRole('heading', { name: 'Staff' })).toBeFocused();
  await expect(role).toHaveCount(0);

  await page.goto('/admin/audit');
  const action = page.getByLabel('Action');
  await tabTo(action);
  await page.keyboard.type('Role');
  await expect(action).toHaveValue('person.role');
  await tabTo(page.getByRole('button', { name: 'Show', exact: true }));
  await press('Enter');
  await expect(page).toHaveURL(/action=person\.role/);
  await expect(page.getByRole('listitem').filter({ hasText: email })).toHaveCount(2);
  await readers.close();
});
