import { parseXml, type XmlElement, XmlError } from '@rgrove/parse-xml';
import { AppError } from '@/lib/errors.ts';
import { element, xmlDocument } from '@/lib/xml.ts';

/** A feed in an OPML document (https://opml.org/spec2.opml). Any of it may be an empty text. */
export type Outline = { text: string; xmlUrl: string; htmlUrl: string };

/** More elements than this are no list that a reader keeps; fewer never run the parser out of stack. */
export const MAX_ELEMENTS = 5_000;

/** An OPML 2.0 document of feeds. */
export function writeOpml(title: string, madeAt: Date, outlines: Outline[]): string {
  return xmlDocument(
    element(
      'opml',
      { version: '2.0' },
      element(
        'head',
        {},
        element('title', {}, title),
        element('dateCreated', {}, madeAt.toUTCString()),
        element('docs', {}, 'https://opml.org/spec2.opml'),
      ),
      element(
        'body',
        {},
        ...outlines.map(({ text, xmlUrl, htmlUrl }) =>
          element('outline', { type: 'rss', text, title: text, xmlUrl, htmlUrl }),
        ),
      ),
    ),
  );
}

/**
 * All that an OPML document of any version lists, in its order: outlines with an address, and those
 * without that hold no others (which are folders). The parser knows no entities but XML's own five and
 * fetches nothing; documents that declare any are refused unread, as are those with too many elements.
 * @throws AppError `bad_request`
 */
export function readOpml(text: string): Outline[] {
  if (text.includes('<!DOCTYPE')) {
    throw new AppError('bad_request', 'The file has a document type (DOCTYPE), which is not accepted.');
  }
  if ((text.match(/<[^/!?]/g) ?? []).length > MAX_ELEMENTS) {
    throw new AppError('bad_request', `The file holds more than ${MAX_ELEMENTS} entries.`);
  }
  const root = parse(text);
  const body = root?.name === 'opml' ? elementsIn(root).find(({ name }) => name === 'body') : undefined;
  if (!body) throw new AppError('bad_request', 'The file is no list of feeds (OPML).');
  return outlinesIn(body);
}

function parse(text: string): XmlElement | null {
  try {
    return parseXml(text).root;
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    const place = `line ${error.line}, column ${error.column}`;
    throw new AppError('bad_request', `The file is not valid XML: it breaks off at ${place}.`, {
      cause: error,
    });
  }
}

/** Without recursion, which the document's depth would decide. */
function outlinesIn(body: XmlElement): Outline[] {
  const found: Outline[] = [];
  const left = elementsIn(body).reverse();
  for (let next = left.pop(); next; next = left.pop()) {
    const within = elementsIn(next);
    left.push(...within.toReversed());
    const { text = '', title = '', xmlUrl = '', htmlUrl = '' } = next.attributes;
    const isFolder = !xmlUrl && within.length > 0;
    if (next.name === 'outline' && !isFolder) found.push({ text: text || title, xmlUrl, htmlUrl });
  }
  return found;
}

function elementsIn(parent: XmlElement): XmlElement[] {
  return parent.children.filter((child): child is XmlElement => child.type === 'element');
}
