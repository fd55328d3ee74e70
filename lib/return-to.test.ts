import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeReturnTo } from './return-to.ts';

const ORIGIN = 'https://news.example.com';

/** Text made of the pieces attacks are made of, so that random strings come near the edge. */
const hostile = fc
  .array(
    fc
      .constantFrom(
        '/',
        '\\',
        '//',
        '.',
        '..',
        '%2f',
        '%5c',
        '%2e',
        '%09',
        '%0d%0a',
        '%ff',
        '%',
        '@',
        ':',
        '?',
        '#',
      )
      .chain((piece) => fc.constantFrom(piece, piece.toUpperCase()))
      .chain((piece) =>
        fc.oneof(
          fc.constant(piece),
          fc.constantFrom('evil.example', 'https:', 'javascript:', '\t', '\n', '\0', ' ', 'a'),
        ),
      ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

describe('safeReturnTo', () => {
  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https:evil.example',
    'https://evil.example/',
    'a@evil.example',
    '@evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '/%2Fevil.example',
    '/%2f%2fevil.example',
    '/%5Cevil.example',
    '/%5c/evil.example',
    '/\t/evil.example',
    '/%09/evil.example',
    '/%0d%0aLocation:%20https://evil.example',
    '/.//evil.example',
    '/%2e//evil.example',
    '/a/..//evil.example',
    '/%2e%2fevil/..//evil.example',
    ' //evil.example',
    '/article\n',
    '',
  ])('T1 turns %j into the front page', (input) => {
    expect(safeReturnTo(input)).toBe('/');
  });

  it('T1 turns a path of more than 2,000 characters into the front page', () => {
    expect(safeReturnTo(`/${'a'.repeat(2_000)}`)).toBe('/');
    expect(safeReturnTo(`/${'a'.repeat(1_999)}`)).toHaveLength(2_000);
  });

  it.each(['/article/%ff', '/%', '/%zz', '/a?b=%c0', '/\ud800'])(
    'T2 turns the malformed %j into the front page',
    (input) => {
      expect(safeReturnTo(input)).toBe('/');
    },
  );

  it.each([undefined, null, 7, {}, ['/a', '/b']])(
    'T2 turns %j, which is no string, into the front page',
    (input) => {
      expect(safeReturnTo(input)).toBe('/');
    },
  );

  it.each([
    ['/', '/'],
    ['/article/iran-talks', '/article/iran-talks'],
    ['/topic/iran?page=2&sort=new#list', '/topic/iran?page=2&sort=new#list'],
    ['/search?q=oil%20price', '/search?q=oil%20price'],
    ['/search?q=a@b', '/search?q=a@b'],
    ['/a/../following', '/following'],
    ['/zürich', '/z%C3%BCrich'],
  ])('keeps the path %j as %j', (input, expected) => {
    expect(safeReturnTo(input)).toBe(expected);
  });

  it('T1 never leaves the site, whatever it is given, as it stands or decoded once', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          hostile,
          hostile.map((text) => `/${text}`),
          fc.webPath(),
          fc.string(),
        ),
        (input) => {
          const result = safeReturnTo(input);
          expect(new URL(result, ORIGIN).origin).toBe(ORIGIN);
          expect(new URL(decodeURIComponent(result), ORIGIN).origin).toBe(ORIGIN);
          for (const path of [result, decodeURIComponent(result), new URL(result, ORIGIN).pathname]) {
            expect(path).toMatch(/^\/(?![/\\])/);
          }
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('leaves its own results as they are', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          hostile.map((text) => `/${text}`),
          fc.webPath().map((path) => `/${path}`),
        ),
        (input) => {
          const once = safeReturnTo(input);
          expect(safeReturnTo(once)).toBe(once);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
