import { expect, test } from 'vitest';
import { hasPublishKey, publishKey } from './publish-key.ts';

const SECRET = 'a secret of more than thirty-two characters';

test('the publishing key opens only the server it was derived for', () => {
  expect(hasPublishKey(SECRET, `Bearer ${publishKey(SECRET)}`)).toBe(true);
  expect(hasPublishKey(`${SECRET}!`, `Bearer ${publishKey(SECRET)}`)).toBe(false);
});

test.each([
  null,
  '',
  'Bearer',
  'Bearer ',
  'Bearer x',
  'Bearer a.b',
  `Basic ${publishKey(SECRET)}`,
  publishKey(SECRET),
])('T17 %s is no publishing key', (header) => {
  expect(hasPublishKey(SECRET, header)).toBe(false);
});
