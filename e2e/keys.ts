import { expect, type Locator } from '@playwright/test';

/** Presses Tab until the target has the focus; a target that Tab never reaches fails the test. */
export async function tabTo(target: Locator) {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await target.page().keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}
