import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkTarget, renderMarkdown } from './markdown.ts';

const render = (text: string) => renderMarkdown(text).html;

describe('renderMarkdown', () => {
  test('renders what an article may hold', () => {
    const html = render(
      'One *two* **three**.\n\n## Sub\n\n### Sub sub\n\n> Said.\n\n- a\n- b\n\n1. c\n\n[in](/article/x) [out](https://example.com/)',
    );
    expect(html.replaceAll('\n', '')).toBe(
      '<p>One <em>two</em> <strong>three</strong>.</p><h2>Sub</h2><h3>Sub sub</h3><blockquote><p>Said.</p></blockquote>' +
        '<ul><li>a</li><li>b</li></ul><ol><li>c</li></ol>' +
        '<p><a href="/article/x">in</a> <a href="https://example.com/" rel="noopener">out</a></p>',
    );
  });

  test('counts words, not punctuation, across blocks and marks', () => {
    expect(renderMarkdown('One **tw**o – three.\n\n- four\n- five\n\n[six seven](/x)').wordCount).toBe(7);
    expect(renderMarkdown('').wordCount).toBe(0);
  });

  test('names what an article cannot show, with its line', () => {
    const { problems } = renderMarkdown(
      'Fine.\n\n<div>no</div>\n\n# Too big\n\n![a](b.png)\n\n<!-- a note to editors -->\n\n| a |\n|---|\n| b |',
    );
    expect(problems.filter(({ message }) => !message.includes('a table')).map(({ line }) => line)).toEqual([
      3, 5, 7,
    ]);
    expect(problems[0]?.message).toContain('HTML');
    expect(problems.some(({ line, message }) => line === 11 && message.includes('a table,'))).toBe(true);
  });

  test('lists links with their lines', () => {
    expect(renderMarkdown('a\n\n[b](/topic/iran) <https://example.com>').links).toEqual([
      { href: '/topic/iran', line: 3 },
      { href: 'https://example.com', line: 3 },
    ]);
  });

  test('T24 refuses nesting that would exhaust time or stack', () => {
    for (const deep of [
      '>'.repeat(20_000),
      '- '.repeat(20_000),
      '*a_'.repeat(15_000),
      '['.repeat(30_000),
      '1. '.repeat(5_000),
    ]) {
      const started = performance.now();
      expect(typeof render(deep)).toBe('string');
      expect(performance.now() - started).toBeLessThan(5_000);
    }
    expect(renderMarkdown('> '.repeat(2_000)).problems[0]?.message).toContain('too deeply');
  });
});

/** Attacks as they are met in the wild (OWASP's filter evasion list and DOMPurify's tests, in kind). */
const ATTACKS = [
  '<script>alert(1)</script>',
  '<scr<script>ipt>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><script xlink:href="data:,alert(1)"></script></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="jav&#x09;ascript:alert(1)">x</a>',
  '<a style="x:expression(alert(1))" onclick=alert(1)>x</a>',
  '<details open ontoggle=alert(1)>',
  '<form action="javascript:alert(1)"><button>x</button></form>',
  '<base href="//evil.example/">',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\nscript:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x](  javascript:alert(1))',
  '[x](<java script:alert(1)>)',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](vbscript:msgbox(1))',
  '[x](https://a"onmouseover="alert(1))',
  '[x](/a "t" onerror="alert(1))',
  '[x][y]\n\n[y]: javascript:alert(1)',
  '<javascript:alert(1)>',
  '![x](javascript:alert(1))',
  '![x"onerror="alert(1)](y)',
  '`<script>alert(1)</script>`',
  '```html\n<script>alert(1)</script>\n```',
  '    <script>alert(1)</script>',
  '[^1]\n\n[^1]: <img src=x onerror=alert(1)>',
  '| <script>alert(1)</script> |\n|---|\n| [x](javascript:alert(1)) |',
  '- [ ] <input onfocus=alert(1) autofocus>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<!--><script>alert(1)</script>-->',
  '<!-- --!><img src=x onerror=alert(1)> -->',
  '<style>@import "javascript:alert(1)";</style>',
  '<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>',
  'www.example.com/"onmouseover=alert(1)',
  'a@example.com"onclick=alert(1)',
  '[x](//evil.example)',
  '[x](\\\\evil.example)',
];

const ALLOWED = /^<(?:\/?(?:p|h2|h3|blockquote|ul|ol|li|strong|em|a)|a href="[^"<>]*"(?: rel="noopener")?)>$/;

/** Every tag of the output, exactly as the whitelist allows it, and no `<` that is not one of them. */
function expectHarmless(html: string): void {
  for (const [tag] of html.matchAll(/<[^>]*>?/g)) {
    expect(tag).toMatch(ALLOWED);
    const [, href = ''] = /href="([^"]*)"/.exec(tag) ?? [];
    const address = href.replace(/&#x([0-9a-f]+);/gi, (_, code) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    );
    expect(['http:', 'https:']).toContain(new URL(address, 'https://site.invalid').protocol);
  }
}

describe('T21 nothing that runs comes through', () => {
  test.each(ATTACKS)('%s', (attack) => {
    expectHarmless(render(attack));
    expectHarmless(render(`> - ${attack}`));
    expectHarmless(render(`Text ${attack} text`));
  });

  test('in any mixture of attacks, Markdown and noise', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...ATTACKS,
        '\n',
        '\n\n',
        '> ',
        '- ',
        '**',
        '*',
        '_',
        '`',
        '[',
        '](',
        ')',
        '<',
        '>',
        '"',
        '\\',
        '&#',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => expectHarmless(render(pieces.join('')))),
      { numRuns: 1_500, seed: 20210112 },
    );
  });
});

test('linkTarget tells where a browser would go', () => {
  expect(linkTarget('/article/x?y#z')).toEqual({ kind: 'internal', path: '/article/x' });
  expect(linkTarget('//evil.example').kind).toBe('external');
  expect(linkTarget('/\\evil.example').kind).toBe('external');
  expect(linkTarget('mailto:a@example.com').kind).toBe('refused');
  expect(linkTarget('https://').kind).toBe('refused');
});
