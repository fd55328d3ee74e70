import { expect, test } from '../test.ts';

test('T14 T28 two readers at once never see each other @once', async ({ browser, site, signIn }) => {
  const [ann, bob] = [
    await browser.newContext({ baseURL: site.url }),
    await browser.newContext({ baseURL: site.url }),
  ];
  const annEmail = await signIn(ann);
  const bobEmail = await signIn(bob);
  const [annPage, bobPage] = [await ann.newPage(), await bob.newPage()];
  await annPage.goto('/topic/mars');
  await annPage.getByRole('button', { name: 'Follow Mars', exact: true }).click();
  await bobPage.goto('/topic/mars');
  await bobPage.getByRole('button', { name: 'Follow Mars', exact: true }).waitFor();
  await annPage.getByRole('button', { name: 'Following Mars', exact: true }).waitFor();
  await bobPage.goto('/topic/football');
  await bobPage.getByRole('button', { name: 'Follow Football', exact: true }).click();
  await bobPage.getByRole('button', { name: 'Following Football', exact: true }).waitFor();

  await Promise.all([annPage.goto('/following'), bobPage.goto('/following')]);
  await expect(annPage.getByRole('article').first()).toContainText('Because you follow Mars');
  await expect(annPage.getByText('Football')).toHaveCount(0);
  await expect(bobPage.getByRole('article').first()).toContainText('Because you follow Football');
  await annPage.goto('/account');
  await expect(annPage.getByText(annEmail).first()).toBeVisible();
  expect(await annPage.content()).not.toContain(bobEmail);
  await ann.close();
  await bob.close();
});
