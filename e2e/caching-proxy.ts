import { createServer, type IncomingHttpHeaders } from 'node:http';
import { ask } from './http.ts';
import type { Site } from './site.ts';

type Stored = {
  vary: Record<string, string>;
  expires: number;
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
};

export type CachingProxy = {
  port: number;
  url: string;
  /** How many answers came from the cache. */
  hits(): number;
  /** Everything that was stored, as text, by address. */
  stored(): [address: string, text: string][];
  close(): Promise<void>;
};

/**
 * A shared cache in front of a site, as a CDN is one (RFC 9111): keeps what `s-maxage` or a public
 * `max-age` lets it keep, under the address and the request headers that `Vary` names; nothing that
 * says `private` or `no-store`. It strips no cookie and keeps Set-Cookie, as the careless ones do.
 */
export async function startCachingProxy(site: Site): Promise<CachingProxy> {
  const store = new Map<string, Stored[]>();
  let hits = 0;
  const server = createServer(async (request, response) => {
    const address = request.url ?? '/';
    const headers = { ...(request.headers as Record<string, string>), host: `localhost:${site.port}` };
    const known = store
      .get(address)
      ?.find(
        (entry) =>
          entry.expires > Date.now() &&
          Object.entries(entry.vary).every(([name, value]) => (request.headers[name] ?? '') === value),
      );
    if (known && request.method === 'GET') hits += 1;
    const answer =
      known && request.method === 'GET'
        ? known
        : await ask(site, address, { method: request.method ?? 'GET', headers });
    const seconds = lifetime(answer.headers);
    if (!known && request.method === 'GET' && seconds > 0) {
      const names = (answer.headers.vary ?? '').toLowerCase().split(/,\s*/).filter(Boolean);
      const vary = Object.fromEntries(names.map((name) => [name, String(request.headers[name] ?? '')]));
      store.set(address, [
        ...(store.get(address) ?? []),
        { ...answer, vary, expires: Date.now() + seconds * 1_000 },
      ]);
    }
    const { 'transfer-encoding': _framing, connection: _hop, ...rest } = answer.headers;
    response.writeHead(answer.status, { ...rest, 'content-length': Buffer.byteLength(answer.body) });
    response.end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    port,
    url: `http://localhost:${port}`,
    hits: () => hits,
    stored: () =>
      [...store].flatMap(([path, entries]) =>
        entries.map((entry): [string, string] => [path, `${JSON.stringify(entry.headers)}\n${entry.body}`]),
      ),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** For how many seconds a shared cache may keep an answer. */
function lifetime(headers: IncomingHttpHeaders): number {
  const control = headers['cache-control'] ?? '';
  if (/private|no-store/.test(control) || headers.vary === '*') return 0;
  const [, shared] = control.match(/s-maxage=(\d+)/) ?? [];
  const [, own] = control.match(/max-age=(\d+)/) ?? [];
  return Number(shared ?? own ?? 0);
}
