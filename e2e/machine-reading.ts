import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import type { Site } from './site.ts';
import { expect } from './test.ts';

export const SHARED = 'public, max-age=0, s-maxage=60';

/** Elements of this name in a document, which has to be well-formed. */
export function elements(xml: string, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (node: XmlElement) => {
    if (node.name === name) found.push(node);
    for (const child of node.children) if ('children' in child) visit(child as XmlElement);
  };
  const { root } = parseXml(xml);
  if (root) visit(root);
  return found;
}
export const texts = (xml: string, name: string) => elements(xml, name).map((node) => node.text);

/** What `property="og:…"`, `name="twitter:…"` and the like say in a page. */
export function metaOf(html: string): Record<string, string> {
  const tags = [...html.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g)];
  return Object.fromEntries(tags.map(([, name, content]) => [name, content]));
}

/** The structured data of a page, which has exactly one block of it. */
export function structuredData(html: string): { '@type': string; [key: string]: unknown }[] {
  const blocks = [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)];
  expect(blocks).toHaveLength(1);
  return (JSON.parse(blocks[0]?.[1] ?? '') as { '@graph': { '@type': string }[] })['@graph'];
}

/** A file of the site as it is sent, with its type and tag. */
export async function askForBytes(site: Site, path: string) {
  const response = await fetch(`${site.url}${path}`);
  expect(response.status, path).toBe(200);
  return {
    type: response.headers.get('content-type'),
    etag: response.headers.get('etag') ?? '',
    bytes: Buffer.from(await response.arrayBuffer()),
  };
}
