import { createServer, get, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { type DirectHandler, sendDirectAnswer } from './direct-answers.ts';

const LONG = { text: 'what readers ask for many times a day '.repeat(60) };

describe('an answer without Next', () => {
  let server: Server | undefined;
  afterEach(() => void server?.close());

  async function ask(handler: DirectHandler, path: string, headers: Record<string, string> = {}) {
    const listener: RequestListener = (request, response) => {
      response.setHeader('X-Content-Type-Options', 'nosniff');
      void sendDirectAnswer(request, response, handler);
    };
    server = createServer(listener);
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      get({ port, path, headers, host: '127.0.0.1' }, resolve).on('error', reject);
    });
    const body = Buffer.concat(await answer.toArray());
    return { status: answer.statusCode, headers: answer.headers, body };
  }

  test('T28 is the handler’s: its status, headers, cookies and body, beside those the door has set', async () => {
    const handler: DirectHandler = async (request) => {
      const asked = { query: new URL(request.url).search, cookie: request.headers.get('cookie') };
      const headers = new Headers({ 'Cache-Control': 'private, no-store', Vary: 'Cookie' });
      for (const cookie of ['a=1; Path=/', 'b=2; Path=/']) headers.append('Set-Cookie', cookie);
      return Response.json(asked, { status: 409, headers });
    };
    const { status, headers, body } = await ask(handler, '/api/me?article=a%20b', { cookie: 'session=x' });
    expect(status).toBe(409);
    expect(JSON.parse(body.toString())).toEqual({ query: '?article=a%20b', cookie: 'session=x' });
    expect(headers).toMatchObject({
      'cache-control': 'private, no-store',
      vary: 'Cookie, Accept-Encoding',
      'set-cookie': ['a=1; Path=/', 'b=2; Path=/'],
      'content-type': 'application/json',
      'x-content-type-options': 'nosniff',
    });
  });

  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('is packed by %s where that can be read and is worth it', async (coding, unpack) => {
    const long = await ask(async () => Response.json(LONG), '/', { 'accept-encoding': coding });
    expect(long.headers['content-encoding']).toBe(coding);
    expect(JSON.parse(unpack(long.body).toString())).toEqual(LONG);
    const short = await ask(async () => Response.json({}), '/', { 'accept-encoding': coding });
    expect(short.headers['content-encoding']).toBeUndefined();
    expect(short.body.toString()).toBe('{}');
  });

  test('comes as it is to who reads no coding', async () => {
    const { headers, body } = await ask(async () => Response.json(LONG), '/');
    expect(headers['content-encoding']).toBeUndefined();
    expect(Number(headers['content-length'])).toBe(body.length);
    expect(JSON.parse(body.toString())).toEqual(LONG);
  });

  test('may be none', async () => {
    const { status, body } = await ask(async () => new Response(null, { status: 204 }), '/');
    expect([status, body.length]).toEqual([204, 0]);
  });
});
