import { expect, test } from 'vitest';
import { HOSTILE_TEXT, HOSTILE_TEXT_KEPT } from '@/features/syndication/testing.ts';
import { readFollowList } from './follow-list.ts';
import { MAX_ELEMENTS, readOpml, writeOpml } from './opml.ts';

const SITE = 'https://news.example.com';
const opml = (body: string) =>
  `<?xml version="1.0"?>\n<opml version="2.0"><head/><body>${body}</body></opml>`;
const refused = (message: RegExp) =>
  expect.objectContaining({ code: 'bad_request', message: expect.stringMatching(message) });

test('T21 a list comes back as it was written, whatever it is called', () => {
  const outlines = [
    { text: HOSTILE_TEXT, xmlUrl: `${SITE}/topic/iran/feed.xml`, htmlUrl: `${SITE}/topic/iran` },
    { text: 'Ann Ash', xmlUrl: `${SITE}/author/ann/feed.xml`, htmlUrl: `${SITE}/author/ann` },
  ];
  const text = writeOpml('What I follow', new Date('2026-11-20T09:00:00Z'), outlines);
  expect(text).toContain('<opml version="2.0">');
  expect(text).toContain('<dateCreated>Fri, 20 Nov 2026 09:00:00 GMT</dateCreated>');
  expect(text).toContain('<outline type="rss" text="Ann Ash" title="Ann Ash" xmlUrl=');
  // In an attribute, white space is a space to every parser.
  expect(readOpml(text)).toEqual([{ ...outlines[0], text: HOSTILE_TEXT_KEPT }, outlines[1]]);
});

test('folders are opened, in their order, and only feeds and names are taken', () => {
  const listed = readOpml(
    opml(`<outline text="World"><outline text="Iran" xmlUrl="a"/><outline text="Deep"><outline title="B" xmlUrl="b"/>
      </outline></outline><other text="no"/><outline text="Oceans"/>`),
  );
  expect(listed.map(({ text }) => text)).toEqual(['Iran', 'B', 'Oceans']);
});

test('an address of this site says what is meant; another site’s is known as that', () => {
  const entries = readFollowList(
    opml(`<outline text="Iran" xmlUrl="${SITE}/topic/IRAN/feed.xml"/>
      <outline text="Ann" xmlUrl="http://news.example.com/author/ann/feed.json"/>
      <outline text="Iran" htmlUrl="${SITE}/topic/iran"/>
      <outline text="Iran" xmlUrl="https://other.example/topic/iran/feed.xml"/>
      <outline text="Iran" xmlUrl="https://other.example/rss"/>
      <outline text="Iran"/><outline xmlUrl="javascript:/topic/iran"/><outline/>`),
    SITE,
  );
  expect(entries).toEqual([
    { label: 'Iran', slug: 'iran', name: 'Iran', isElsewhere: false },
    { label: 'Ann', slug: 'ann', name: 'Ann', isElsewhere: false },
    { label: 'Iran', slug: 'iran', name: 'Iran', isElsewhere: false },
    { label: 'Iran', slug: 'iran', name: 'Iran', isElsewhere: true },
    { label: 'Iran', slug: null, name: null, isElsewhere: false },
    { label: 'Iran', slug: null, name: 'Iran', isElsewhere: false },
    { label: 'javascript:/topic/iran', slug: null, name: null, isElsewhere: false },
    { label: 'An entry without a name', slug: null, name: null, isElsewhere: false },
  ]);
});

const bomb = `<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa">${Array.from(
  { length: 9 },
  (_, n) => `<!ENTITY ${'b'.repeat(n + 1)} "${`&${n === 0 ? 'a' : 'b'.repeat(n)};`.repeat(10)}">`,
).join('')}]><opml><body><outline text="&bbbbbbbbb;"/></body></opml>`;
const external =
  '<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]><opml><body><outline text="&x;"/></body></opml>';

test.each([
  ['an entity bomb', bomb, /DOCTYPE/],
  ['an external entity', external, /DOCTYPE/],
  ['an external DTD', '<!DOCTYPE opml SYSTEM "http://evil.example/x.dtd"><opml><body/></opml>', /DOCTYPE/],
  ['an unknown entity', opml('<outline text="&nbsp;"/>'), /not valid XML.*line 2/],
  ['100,000 outlines', opml('<outline/>'.repeat(100_000)), /more than 5000 entries/],
  ['100,000 levels', opml('<outline>'.repeat(100_000)), /more than 5000 entries/],
  ['a file cut off', opml('<outline text="Iran" xmlUrl="x"/>').slice(0, -20), /not valid XML/],
  ['NUL by reference', opml('<outline text="&#0;"/>'), /not valid XML/],
  ['half a character by reference', opml('<outline text="&#xd800;"/>'), /not valid XML/],
  ['NUL', opml('<outline text="\0"/>'), /characters that cannot be stored/],
  ['a page', '<html><body><outline text="Iran"/></body></html>', /no list of feeds/],
  ['no body', '<opml version="2.0"><head/></opml>', /no list of feeds/],
  ['nothing', '', /no list of feeds/],
  ['a picture', '\u0089PNG', /no list of feeds/],
  ['JSON cut off', '{"follows": [', /not valid JSON/],
  ['JSON of another shape', '{"follows": "iran"}', /follows/],
  ['NUL in JSON', '{"follows": [{"slug": "ir\\u0000an"}]}', /characters that cannot be stored/],
  ['half a character in JSON', '{"follows": [{"name": "\\ud800"}]}', /characters that cannot be stored/],
  ['JSON 10,000 deep', `{"follows": ${'['.repeat(10_000)}`, /nested too deeply/],
  ['JSON of 100,000', JSON.stringify({ follows: Array.from({ length: 100_000 }, () => ({})) }), /follows/],
])('T23 T24 %s is refused, with words', (_name, file, message) => {
  expect(() => readFollowList(file, SITE)).toThrowError(refused(message));
});

test('T23 as many elements as are taken, one within the other, do not run the parser out of stack', () => {
  const levels = MAX_ELEMENTS - 3;
  const deep = opml(
    `${'<outline>'.repeat(levels - 1)}<outline text="Iran"/>${'</outline>'.repeat(levels - 1)}`,
  );
  expect(readOpml(deep).map(({ text }) => text)).toEqual(['Iran']);
});
