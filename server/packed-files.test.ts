import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compressStatic } from '../scripts/compress-static.mjs';
import { type PackedFiles, packedFiles } from './packed-files.ts';

const distDir = mkdtempSync(join(tmpdir(), 'packed-'));
let turn: PackedFiles;

beforeAll(async () => {
  const chunks = join(distDir, 'static', 'chunks');
  mkdirSync(chunks, { recursive: true });
  for (const name of ['a.js', 'b.css', 'c.woff2']) writeFileSync(join(chunks, name), 'x'.repeat(5_000));
  writeFileSync(join(chunks, 'small.js'), 'x');
  await compressStatic(distDir);
  turn = packedFiles(distDir);
});
afterAll(() => rmSync(distDir, { recursive: true, force: true }));

describe('a file of the build', () => {
  /** What Next is asked for, and what it is told. */
  function ask(path: string, accepted: string) {
    const request = new IncomingMessage(new Socket());
    Object.assign(request, { url: `/_next/static/chunks/${path}`, headers: { 'accept-encoding': accepted } });
    const response = new ServerResponse(request);
    turn(request, response);
    return [
      request.url?.replace('/_next/static/chunks/', ''),
      response.getHeader('content-encoding'),
      response.getHeader('vary'),
    ];
  }

  test('is sent as the build compressed it, in the shortest form that can be read', () => {
    expect(ask('a.js', 'gzip, deflate, br, zstd')).toEqual(['a.js.br', 'br', 'Accept-Encoding']);
    expect(ask('b.css?v=1', 'gzip')).toEqual(['b.css.gz?v=1', 'gzip', 'Accept-Encoding']);
    expect(ask('a.js', 'br;q=0, gzip;q=0.5')).toEqual(['a.js.gz', 'gzip', 'Accept-Encoding']);
    expect(ask('a.js', '')).toEqual(['a.js', undefined, 'Accept-Encoding']);
  });

  test('is sent as it is where there is no such form', () => {
    for (const name of ['c.woff2', 'small.js', 'none.js', '../a.js', 'a.js.br', 'constructor']) {
      expect(ask(name, 'br, gzip')).toEqual([name, undefined, undefined]);
    }
    const request = new IncomingMessage(new Socket());
    Object.assign(request, {
      url: '/article/chunks/a.js',
      headers: { 'accept-encoding': 'br' },
    });
    turn(request, new ServerResponse(request));
    expect(request.url).toBe('/article/chunks/a.js');
  });
});
