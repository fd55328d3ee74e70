import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_SEARCH_LENGTH, MAX_SEARCH_WORDS, readSearchText } from './search-text.ts';

const terms = (text: string) => {
  const read = readSearchText(text);
  return 'terms' in read
    ? read.terms.map(({ text, isNot, isOr }) => `${isOr ? 'or ' : ''}${isNot ? '-' : ''}${text}`)
    : read.problem;
};

describe('reading what someone types to search', () => {
  test('words, quotations closed or not, what is unwanted, and alternatives', () => {
    expect(terms('iran sanctions')).toEqual(['iran', 'sanctions']);
    expect(terms('"nuclear agreement" iran')).toEqual(['nuclear agreement', 'iran']);
    expect(terms('“nuclear agreement”')).toEqual(['nuclear agreement']);
    expect(terms('iran "nuclear agree')).toEqual(['iran', 'nuclear agree']);
    expect(terms('iran -trump -"press club"')).toEqual(['iran', '-trump', '-press club']);
    expect(terms('iran OR iraq')).toEqual(['iran', 'or iraq']);
    expect(terms('al-Qaeda U.S. Café')).toEqual(['al Qaeda', 'U S', 'Café']);
    expect(terms('or else, or')).toEqual(['or', 'else']);
  });

  test('“or” beside what is unwanted is no alternative', () => {
    expect(terms('iran or -trump')).toEqual(['iran', '-trump']);
    expect(terms('-trump or iran')).toEqual(['-trump', 'iran']);
  });

  test('T24 what cannot be searched for is named', () => {
    expect(terms('')).toBe('no-words');
    expect(terms(' "" - ?! ')).toBe('no-words');
    expect(terms('-iran')).toBe('only-unwanted');
    expect(terms('a\0b')).toBe('not-text');
    expect(terms('\ud800')).toBe('not-text');
    expect(terms('a '.repeat(10_000))).toBe('too-long');
    expect(terms('a '.repeat(MAX_SEARCH_WORDS + 1))).toBe('too-many-words');
    expect(terms('a '.repeat(MAX_SEARCH_WORDS))).toHaveLength(MAX_SEARCH_WORDS);
    expect(terms('x'.repeat(MAX_SEARCH_LENGTH))).toHaveLength(1);
  });

  test('T25 any text is read, within bounds, and what was read says the same again', () => {
    const pieces = fc.constantFrom(
      'iran',
      '"',
      '“',
      '-',
      ' ',
      'or',
      'é',
      '🌍',
      'al-q',
      "'",
      '\\',
      '&|!()<->:*',
      '\0',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(pieces, { maxLength: 60 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const read = readSearchText(text);
        if ('problem' in read) return;
        expect(read.terms.flatMap((term) => term.text.split(' ')).length).toBeLessThanOrEqual(
          MAX_SEARCH_WORDS,
        );
        expect(read.terms.some((term) => !term.isNot)).toBe(true);
        for (const [index, term] of read.terms.entries()) {
          expect(term.text).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?: [\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*$/u);
          if (term.isOr)
            expect([term.isNot, index, read.terms[index - 1]?.isNot]).toEqual([
              false,
              expect.any(Number),
              false,
            ]);
        }
        const written = read.terms
          .map((term) => `${term.isOr ? 'or ' : ''}${term.isNot ? '-' : ''}"${term.text}"`)
          .join(' ');
        if (written.length <= MAX_SEARCH_LENGTH) expect(readSearchText(written)).toEqual(read);
      }),
      { numRuns: 500 },
    );
  });
});
