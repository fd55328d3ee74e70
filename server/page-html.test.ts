import { describe, expect, test } from 'vitest';
import { DISPLAY_SCRIPT } from '../lib/display.ts';
import { inOrderOfPainting } from './page-html.ts';

const DISPLAY = `<script>${DISPLAY_SCRIPT}</script>`;

describe('a page in the order of painting', () => {
  test('runs what decides how it looks before it asks for its style sheets, and once', () => {
    const html = `<html><head><link rel="stylesheet" href="/a.css"/>${DISPLAY}</head><body>${DISPLAY}<p>$&</p></body></html>`;
    expect(inOrderOfPainting(html)).toBe(
      `<html><head>${DISPLAY}<link rel="stylesheet" href="/a.css"/></head><body><p>$&</p></body></html>`,
    );
  });

  test('has one script for all pieces that follow each other', () => {
    const html =
      '<script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"a"])</script><script>self.__next_f.push([1,"b"])</script><p></p><script>self.__next_f.push([1,"c"])</script>';
    expect(inOrderOfPainting(html)).toBe(
      '<script>(self.__next_f=self.__next_f||[]).push([0]);self.__next_f.push([1,"a"]);self.__next_f.push([1,"b"])</script><p></p><script>self.__next_f.push([1,"c"])</script>',
    );
  });

  test.each([
    ['a file', '<script src="/a.js" async=""></script><script>self.__next_f.push([1,"a"])</script>'],
    ['data', '<script type="application/ld+json">{}</script><script>self.__next_f.push([1,"a"])</script>'],
    ['another script', '<script>self.__next_f.push([1,"a"])</script><script>other()</script>'],
    ['nothing of the kind', '<head></head><p></p>'],
  ])('leaves %s as it is', (_what, html) => {
    expect(inOrderOfPainting(html)).toBe(html);
  });
});
