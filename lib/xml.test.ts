import { parseXml } from '@rgrove/parse-xml';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { element, escapeMarkup, xmlDocument, xmlStream } from './xml.ts';

const HOSTILE = [
  'A & B <c> ]]>',
  '"quoted" \'twice\'',
  '<script>alert(1)</script>',
  '</title><evil/>',
  '&amp; &lt; &#0; &undefined;',
  'café — “naïve” 日本 🌍',
];

test('T21 text and attributes come back from a strict parser as they were', () => {
  for (const text of HOSTILE) {
    const root = parseXml(xmlDocument(element('a', { b: text }, text))).root;
    expect(root?.text).toBe(text);
    expect(root?.attributes).toEqual({ b: text });
    expect(root?.children).toHaveLength(1);
  }
});

test('T21 T25 whatever the text, the document is well-formed and loses nothing but what XML cannot hold', () => {
  const anything = fc.string({
    unit: fc.integer({ min: 0, max: 0xffff }).map((c) => String.fromCharCode(c)),
  });
  fc.assert(
    fc.property(fc.oneof(anything, fc.string({ unit: 'binary' })), (text) => {
      const root = parseXml(xmlDocument(element('a', {}, text))).root;
      const kept = [...text.toWellFormed()].filter((char) => {
        const point = char.codePointAt(0) ?? 0;
        return (
          point === 9 || point === 10 || point === 13 || (point >= 0x20 && point < 0xfffe) || point > 0xffff
        );
      });
      // A parser reads every end of a line as a line feed (XML 1.0, section 2.11).
      expect(root?.text).toBe(kept.join('').replace(/\r\n?/g, '\n'));
    }),
    { numRuns: 500, seed: 7 },
  );
});

test('what is null is left out, and nothing within is an empty element', () => {
  expect(element('a', { b: null, c: 0 }, null, element('d'), 'e').xml).toBe('<a c="0"><d/>e</a>');
  expect(escapeMarkup('<b> & "c"')).toBe('&lt;b&gt; &amp; &quot;c&quot;');
});

test('a streamed document is the same as a whole one, made batch by batch', async () => {
  async function* batches() {
    yield [element('b', {}, '1'), element('b', {}, '2')];
    yield [];
    yield [element('b', {}, '3')];
  }
  const pieces: string[] = [];
  for await (const piece of xmlStream('a', { x: 'y' }, batches())) pieces.push(piece);
  const root = parseXml(pieces.join('')).root;
  expect(root?.attributes).toEqual({ x: 'y' });
  expect(root?.text.replace(/\s/g, '')).toBe('123');
});
