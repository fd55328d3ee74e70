/**
 * XML as text, made piece by piece so that a long document need never be held whole. Written here
 * because the serialisers we looked at let through what breaks a document: `]]>` in text, U+FFFE,
 * half of a surrogate pair. Tests read the results with a strict parser.
 */

/** XML that may stand in a document as it is. Made by `element` only. */
export type Xml = { readonly xml: string };

// What XML 1.0 (section 2.2, Char) leaves out; halves of pairs are made whole before.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is its purpose
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text with the markup characters of XML and HTML written as entities. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);
}

/**
 * An element. Names are taken as they are; attributes and text are escaped, and characters that no
 * XML document may hold are left out. Attributes and children that are null are left out too.
 */
export function element(
  name: string,
  attributes: Record<string, string | number | null> = {},
  ...children: (Xml | string | null)[]
): Xml {
  const inner = children.map((child) => (typeof child === 'string' ? escapeXml(child) : (child?.xml ?? '')));
  const { open, close } = tags(name, attributes);
  return { xml: inner.length > 0 ? `${open}${inner.join('')}${close}` : `${open.slice(0, -1)}/>` };
}

/** A whole document. */
export function xmlDocument(root: Xml): string {
  return `${DECLARATION}${root.xml}\n`;
}

/** A whole document whose root's children are made while it is read. */
export async function* xmlStream(
  name: string,
  attributes: Record<string, string>,
  batches: AsyncIterable<Xml[]>,
): AsyncGenerator<string, void> {
  const { open, close } = tags(name, attributes);
  yield `${DECLARATION}${open}\n`;
  for await (const batch of batches) yield batch.map((child) => `${child.xml}\n`).join('');
  yield `${close}\n`;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

function tags(name: string, attributes: Record<string, string | number | null>) {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === null ? [] : [` ${key}="${escapeXml(String(value))}"`],
  );
  return { open: `<${name}${written.join('')}>`, close: `</${name}>` };
}

/** Text for an XML document: markup as entities, and nothing that no document may hold. */
export function escapeXml(text: string): string {
  return escapeMarkup(text.toWellFormed().replace(FORBIDDEN, ''));
}
