import { describe, expect, it } from 'vitest';
import { articleOfPhoto, codeOf, isKeptPath, titleOf } from './kept-pages.ts';

describe('the pages that are kept', () => {
  it.each([
    '/',
    '/following',
    '/saved',
    '/topics',
    '/article/a-fire',
    '/topic/iran',
    '/author/nora-lindqvist',
  ])('%s', (path) => expect(isKeptPath(path)).toBe(true));

  it.each([
    '/account',
    '/signin',
    '/history',
    '/following/manage',
    '/admin/topics',
    '/search',
    '/article/a/b',
    '//x',
  ])('not %s', (path) => expect(isKeptPath(path)).toBe(false));
});

describe('a photo of an article', () => {
  it('is read in its article', () => {
    expect(articleOfPhoto('/article/a-fire/photo/12')).toBe('/article/a-fire');
  });

  it.each(['/article/a-fire', '/article/a-fire/photo/x', '/topic/a/photo/1', '//x/article/a/photo/1'])(
    'not %s',
    (path) => expect(articleOfPhoto(path)).toBeNull(),
  );
});

describe('what a page says of itself', () => {
  it('names its code once each, wherever it names it', () => {
    const html =
      '<link href="/_next/static/chunks/a.css"><script src="/_next/static/chunks/b-1.js" async></script>' +
      '<script>push([1,"[\\"/_next/static/chunks/b-1.js\\",\\"/_next/static/media/c~d.woff2\\"]"])</script>';
    const code = [
      '/_next/static/chunks/a.css',
      '/_next/static/chunks/b-1.js',
      '/_next/static/media/c~d.woff2',
    ];
    expect(codeOf(html)).toEqual(code);
    expect(codeOf('<p>Nothing</p>')).toEqual([]);
  });

  it('names what a script loads on demand', () => {
    expect(codeOf('load(["static/chunks/gallery.js","static/chunks/gallery.css"])')).toEqual([
      '/_next/static/chunks/gallery.js',
      '/_next/static/chunks/gallery.css',
    ]);
  });

  it('has a title without the name of the paper, as text', () => {
    expect(titleOf('<title>Fire &amp; water: “it’s &lt;b&gt;” · Your Globe</title>')).toBe(
      'Fire & water: “it’s <b>”',
    );
    expect(titleOf('<title></title>')).toBeNull();
    expect(titleOf('no page')).toBeNull();
  });
});
