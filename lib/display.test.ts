import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDisplay } from './display.ts';

test('what is kept on a device is read as far as it is known', () => {
  expect(readDisplay('{"theme":"dark","text":"large"}')).toEqual({ theme: 'dark', text: 'large' });
  expect(readDisplay('{"theme":"pink"}')).toEqual({ theme: 'system', text: 'standard' });
});

test('T25 whatever is kept, there is a choice', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.constant(null)), (kept) => {
      const { theme, text } = readDisplay(kept);
      expect([typeof theme, typeof text]).toEqual(['string', 'string']);
    }),
  );
});
