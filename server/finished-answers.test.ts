import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { finishAnswer, sendNothing } from './finished-answers.ts';

describe('finishing an answer', () => {
  /** The headers that are sent to this address, which Next is asked for under another and answers like this. */
  function finish(url: string, askedOfNext: string, status: number, headers: Record<string, string> = {}) {
    const request = new IncomingMessage(new Socket());
    Object.assign(request, { method: 'GET', url });
    const response = new ServerResponse(request);
    finishAnswer(request, response, "default-src 'none'");
    request.url = askedOfNext;
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.writeHead(status);
    return response.getHeaders();
  }
  const CACHED = { 'Cache-Control': 's-maxage=31536000' };

  test('T28 what is not there for this reader is kept by nobody, whatever Next says of its 404', () => {
    expect(finish('/admin/topics', '/_/_', 404, CACHED)['cache-control']).toBe('private, no-store');
    expect(finish('/nothing', '/nothing', 404, CACHED)['cache-control']).toContain('s-maxage=10');
  });

  test('T28 an address of nothing that is not personal is kept for ten seconds, as what was asked for', () => {
    const request = new IncomingMessage(new Socket());
    Object.assign(request, { method: 'GET', url: '/article/nothing?_rsc=abc', headers: { rsc: '1' } });
    expect(sendNothing(request, new ServerResponse(request))).toBe(false);
    expect(request.url).toBe('/_/_?_rsc=abc');
    const ofNext = { 'Cache-Control': 'private, no-cache, no-store' };
    expect(finish('/article/nothing', '/_/_', 404, ofNext)['cache-control']).toContain('s-maxage=10');
    expect(finish('/admin/topics', '/_/_', 404, ofNext)['cache-control']).toContain('no-store');
  });

  test('T26 an answer without a policy gets the strictest', () => {
    expect(finish('/api/me', '/api/me', 200)['content-security-policy']).toBe("default-src 'none'");
    expect(finish('/_next/image', '/_next/image', 200)['content-security-policy']).toContain('sandbox');
  });

  test('T28 what is opened from a private feed is not told its address', () => {
    expect(finish('/feeds/secret.xml', '/feeds/secret.xml', 200)['referrer-policy']).toBe('no-referrer');
  });
});
