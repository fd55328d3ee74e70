import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerptAround, markWords, wordsOf } from './highlight.ts';

const told = (parts: { text: string; isMatch: boolean }[] | null) =>
  parts?.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');

test('the words that were searched for are marked where they stand as words', () => {
  const matching = new Set(['Iran', 'Café']);
  expect(told(markWords('Iran, Iranian; Café-Iran', matching))).toBe('[Iran], Iranian; [Café]-[Iran]');
  expect(markWords('', matching)).toEqual([]);
});

test('an excerpt begins a little before the first of them and says where it was cut', () => {
  const text = `${'before '.repeat(30)}Tehran ${'after '.repeat(60)}`;
  const excerpt = told(excerptAround(text, new Set(['Tehran'])));
  expect(excerpt).toMatch(/^… (before ){8}\[Tehran\] (after ){27}…$/);
  expect(told(excerptAround('Tehran said so.', new Set(['Tehran'])))).toBe('[Tehran] said so.');
  expect(excerptAround('Nothing here', new Set(['Tehran']))).toBeNull();
});

test('T25 marking loses nothing of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(3), (text, every) => {
      const matching = new Set(wordsOf([text]).filter((_word, index) => index % (every + 1) === 0));
      const parts = markWords(text, matching);
      expect(parts.map((part) => part.text).join('')).toBe(text);
      for (const part of parts) if (part.isMatch) expect(matching.has(part.text)).toBe(true);
    }),
  );
});
