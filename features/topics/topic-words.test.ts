import { expect, it } from 'vitest';
import { FIELD_NAMES, type FieldName, inSentence } from './topic-fields.ts';
import { counted, sayOfChosen } from './topic-words.ts';

it('what is wrong with a topic that was chosen is said of it, once', () => {
  expect(sayOfChosen('Oceans', 'is retired too')).toBe('Oceans is retired too.');
  expect(sayOfChosen('Oceans', 'Oceans stands under this topic')).toBe('Oceans stands under this topic.');
});

it('one is one, and thousands stand apart', () => {
  expect([0, 1, 12_345].map((count) => counted(count, 'follower', 'followers'))).toEqual([
    '0 followers',
    '1 follower',
    '12,345 followers',
  ]);
});

it('names of fields are small within a sentence, but for proper names', () => {
  const names = (Object.keys(FIELD_NAMES) as FieldName[]).map(inSentence);
  expect(names).toEqual(expect.arrayContaining(['stands under', 'Wikidata', 'IPTC Media Topic']));
});
