import { readdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { shortestCoding } from './codings.ts';

const PREFIX = '/_next/static/';
/** How the build names what it keeps in a content coding (scripts/compress-static.mjs). */
const ENDINGS = { br: '.br', gzip: '.gz' };
const TYPES: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Turns a request for a file of the build into one for the file that is kept compressed, where who asks can read it. */
export type PackedFiles = (request: IncomingMessage, response: ServerResponse) => void;

/** Of the build in `distDir`; where it holds no compressed files nothing is turned. */
export function packedFiles(distDir: string): PackedFiles {
  const packed = new Set(namesIn(join(distDir, 'static')).filter((name) => /\.(br|gz)$/.test(name)));
  return (request, response) => {
    const [path = '', ...query] = (request.url ?? '').split('?');
    const name = path.slice(PREFIX.length);
    const type = TYPES[name.split('.').at(-1) ?? ''];
    if (!path.startsWith(PREFIX) || !type || !packed.has(`${name}.gz`)) return;
    response.setHeader('Vary', 'Accept-Encoding');
    const coding = shortestCoding(request);
    if (!coding || coding === 'identity') return;
    request.url = [path + ENDINGS[coding], ...query].join('?');
    // Next goes by the ending, and neither names a type anew nor compresses once these are said.
    response.setHeader('Content-Type', type);
    response.setHeader('Content-Encoding', coding);
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
      name.replaceAll('\\', '/'),
    );
  } catch {
    return [];
  }
}
