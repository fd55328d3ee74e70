import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http';
import type { Site } from '../../e2e/site.ts';
import type { Finding } from './findings.ts';
import { LEFT_OUT } from './words.ts';

/** How many answers had each status, and what was wrong with some. */
export type Watched = { statuses: Map<number, number>; findings: Finding[] };
export type Watch = { port: number; url: string; close(): Promise<Watched> };

/** Nothing that a reader is sent may say this: where files lie, what the code is called, what the database said. */
const LEAKS: [what: string, pattern: RegExp][] = [
  ['a stack', /^\s+at .*[(/].*:\d+:\d+\)?$/m],
  ['a path of the server', /node_modules\/|file:\/\/\/(?!etc\/passwd)|\/chunks\/ssr\//],
  ['a file of the system', /root:x:0:0:/],
  [
    'words of the database',
    /syntax error at or near|Failed query:|DrizzleQueryError|relation \\?"[^"]*" does not exist/,
  ],
  ['a key', /BEGIN [A-Z ]*PRIVATE KEY/],
];
const TEXTS = /^(?:text\/(?!css|javascript)|application\/(?!javascript))/;
const WAIT_MS = 20_000;

/**
 * Stands between a tool and a site, on loopback, and looks at each answer. Requests get the cookie of
 * `reader`, and writes the Origin that a page of the site would give them.
 */
export async function watch(site: Site, by: string, reader?: string): Promise<Watch> {
  const watched: Watched = { statuses: new Map(), findings: [] };
  const server = createServer((asked, answer) => {
    if (LEFT_OUT.includes((asked.url ?? '').split('?')[0] ?? '')) return void answer.writeHead(404).end();
    forward(asked, answer).catch((error: Error) => {
      found('no answer', asked, error.message);
      answer.writeHead(502).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const url = `http://localhost:${port}`;
  return {
    port,
    url,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      return watched;
    },
  };

  function found(what: string, { method = 'GET', url: path = '/' }: IncomingMessage, detail = ''): void {
    watched.findings.push({ by, what, where: `${method} ${path.slice(0, 300)}`, detail });
  }

  async function forward(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const body = await bytesOf(asked);
    const got = await ask(asked, body);
    const status = got.statusCode ?? 0;
    watched.statuses.set(status, (watched.statuses.get(status) ?? 0) + 1);
    const bytes = await bytesOf(got);
    judge(asked, got, status, bytes);
    const { 'transfer-encoding': _framing, connection: _hop, ...headers } = got.headers;
    answer.writeHead(status, headers).end(bytes);
  }

  function ask(asked: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
    const headers: IncomingHttpHeaders = {
      ...asked.headers,
      host: `localhost:${port}`,
      'accept-encoding': 'identity',
    };
    if (reader) headers.cookie = reader;
    if (asked.method !== 'GET' && asked.method !== 'HEAD') headers.origin ??= url;
    return new Promise((resolve, reject) => {
      const { method, url: path } = asked;
      const sent = request(
        { host: '127.0.0.1', port: site.port, method, path, headers, timeout: WAIT_MS },
        resolve,
      );
      sent.on('timeout', () => sent.destroy(new Error('not answered in time')));
      sent.on('error', reject);
      sent.end(body);
    });
  }

  function judge(asked: IncomingMessage, { headers }: IncomingMessage, status: number, bytes: Buffer): void {
    if (status >= 500) found(`status ${status}`, asked, bytes.toString('utf8', 0, 120));
    if (headers['x-injected']) found('a header that was sent in', asked);
    const { location } = headers;
    if (location && new URL(location, url).origin !== url && new URL(location, url).origin !== site.url)
      found('leads off the site', asked, location);
    if (!TEXTS.test(headers['content-type'] ?? '')) return;
    const text = bytes.toString('utf8');
    if (text.includes(process.cwd())) found('says a path of the server', asked, process.cwd());
    for (const [what, pattern] of LEAKS) {
      const [match] = pattern.exec(text) ?? [];
      if (match) found(`says ${what}`, asked, match.trim().slice(0, 120));
    }
  }
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
