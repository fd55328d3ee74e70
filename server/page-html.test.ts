import { describe, expect, test } from 'vitest';
import { EARLY_SCRIPT } from '../lib/early-script.ts';
import { inOrderOfPainting } from './page-html.ts';
import { startScript } from './start-script.ts';

const EARLY = `<script>${EARLY_SCRIPT}</script>`;

describe('a page in the order of painting', () => {
  test('runs what decides how it looks before it asks for its style sheets, and once', () => {
    const html = `<html><head><link rel="stylesheet" href="/a.css"/>${EARLY}</head><body>${EARLY}<p>$&</p></body></html>`;
    expect(inOrderOfPainting(html)).toBe(
      `<html><head>${EARLY}<script>${startScript([])}</script><link rel="stylesheet" href="/a.css"/></head><body><p>$&</p></body></html>`,
    );
  });

  test('names its code, each file once, where it was asked for, and leaves older browsers theirs', () => {
    const html = `<html><head>${EARLY}<link rel="preload" as="script" fetchPriority="low" href="/b.js"/><script src="/a.js" async=""></script><script src="/b.js" async=""></script><script src="/old.js" noModule=""></script></head><body><p></p><script src="/b.js" id="_R_" async=""></script></body></html>`;
    expect(inOrderOfPainting(html)).toBe(
      `<html><head>${EARLY}<script>${startScript(['/a.js', '/b.js'])}</script><script src="/old.js" noModule=""></script></head><body><p></p></body></html>`,
    );
  });

  test('names no file in a way that ends the script', () => {
    expect(startScript(['/</script>.js'])).not.toContain('</');
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
