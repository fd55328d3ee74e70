import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { shortestCoding } from './codings.ts';

/** Answers a request for one path: a `GET` of a route handler. Does not throw. */
export type DirectHandler = (request: Request) => Promise<Response>;

/** Less than this is not worth packing. */
const WORTH_PACKING_BYTES = 1_024;
/** Packed for one reader and once: quickly rather than as small as can be. */
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
const packers = {
  br: (body: Buffer) => promisify(brotliCompress)(body, QUICK),
  gzip: promisify(gzip) as (body: Buffer) => Promise<Buffer>,
};

/**
 * Sends what a route handler answers, without Next in between, whose way to it costs more than many an answer
 * (ADR 015): the same status, headers and body, packed where that is worth it. `request` has passed the door's
 * checks, and `response` has the headers of every answer.
 */
export async function sendDirectAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  handler: DirectHandler,
): Promise<void> {
  const answer = await handler(toRequest(request));
  const body = Buffer.from(await answer.arrayBuffer());
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') response.setHeader(name, value);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader('Set-Cookie', cookies);
  response.appendHeader('Vary', 'Accept-Encoding');
  const coding = body.length < WORTH_PACKING_BYTES ? 'identity' : (shortestCoding(request) ?? 'identity');
  if (coding === 'identity') {
    response.end(body);
    return;
  }
  response.setHeader('Content-Encoding', coding);
  response.end(await packers[coding](body));
}

/** The request as route handlers take it. Of its host nothing is read: the door has set it. */
function toRequest({ headers, url = '/' }: IncomingMessage): Request {
  const given = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
  );
  return new Request(`http://localhost${url}`, { headers: given });
}
