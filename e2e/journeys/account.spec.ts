import { expect, test } from '../test.ts';

test('a name is given, shown, refused without being lost, and taken away again', async ({
  page,
  context,
  signIn,
  isAccessible,
}) => {
  await signIn(context);
  await page.goto('/account');
  const field = page.getByLabel('Your name');
  const save = page.getByRole('button', { name: 'Save name' });
  await field.fill('Ada <b>Quillfeather</b>');
  await save.click();
  await expect(page.getByText('Your name is saved')).toBeVisible();
  await expect(
    page.getByRole('heading', { level: 1, name: 'Your account, Ada <b>Quillfeather</b>' }),
  ).toBeVisible();

  await field.evaluate((input: HTMLInputElement) => input.removeAttribute('maxlength'));
  await field.fill(`Ada ${'a'.repeat(90)}`);
  await save.click();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveValue(`Ada ${'a'.repeat(90)}`);
  await expect(field).toBeFocused();
  expect(page.url()).not.toContain('aaa');
  await isAccessible(page);

  await field.fill('');
  await save.click();
  await expect(page.getByText('Your name is removed')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Your account', exact: true })).toBeVisible();
  await expect(field).toHaveValue('');
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript @once', () => {
    test.use({ javaScriptEnabled });

    test('an address that is refused comes back to its form and is in no address of a page @once', async ({
      page,
      context,
    }) => {
      await page.goto('/signin?follow=iran&returnTo=/topic/iran');
      await expect(page.getByText('Sign in, and you follow Iran.')).toBeVisible();
      const field = page.getByLabel('E-mail address');
      await field.fill('ada@example');
      await page.getByRole('button', { name: 'Send me a link' }).click();
      await expect(field).toHaveValue('ada@example');
      await expect(field).toHaveAttribute('aria-invalid', 'true');
      await expect(field).toBeFocused();
      const { searchParams } = new URL(page.url());
      expect([...searchParams]).toEqual([
        ['error', 'email'],
        ['returnTo', '/topic/iran'],
        ['follow', 'iran'],
      ]);
      const typed = (await context.cookies()).find((cookie) => cookie.name === 'typed');
      expect(typed).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/signin' });
      expect(typed?.expires).toBeLessThan(Date.now() / 1_000 + 61);
      // Looked at anew it is still there; without an error it is not shown, and sending clears it.
      await page.goto(page.url());
      await expect(field).toHaveValue('ada@example');
      await page.goto('/signin');
      await expect(field).toHaveValue('');
      await field.fill(`ada-${process.pid}-${test.info().workerIndex}-${javaScriptEnabled}@example.com`);
      await page.getByRole('button', { name: 'Send me a link' }).click();
      await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible();
      expect((await context.cookies()).filter((cookie) => cookie.name === 'typed')).toEqual([]);
    });

    test('an address that is refused for a newsletter comes back to that newsletter @once', async ({
      page,
    }) => {
      await page.goto('/newsletters');
      const field = page.getByLabel('E-mail address for the Evening Update');
      await field.fill('ada@example');
      await page
        .getByRole('region', { name: 'Evening Update' })
        .getByRole('button', { name: 'Sign up today' })
        .click();
      await expect(field).toHaveValue('ada@example');
      await expect(field).toHaveAttribute('aria-invalid', 'true');
      await expect(field).toBeFocused();
      await expect(page.getByLabel('E-mail address for the Morning Update')).toHaveValue('');
      expect(page.url()).not.toContain('ada');
    });
  });
}
