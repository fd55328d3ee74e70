import { readdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import Negotiator from 'negotiator';

const PREFIX = '/_next/static/';
/** The content codings the build keeps files in (scripts/compress-static.mjs), the shorter first, and their endings. */
const CODINGS = { br: '.br', gzip: '.gz' };
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
    const accepted = new Negotiator(request).encodings(['br', 'gzip', 'identity']);
    const [coding, ending] = Object.entries(CODINGS).find(([one]) => accepted.includes(one)) ?? [];
    response.setHeader('Vary', 'Accept-Encoding');
    if (!coding) return;
    request.url = [path + ending, ...query].join('?');
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
