import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { MAX_BODY_BYTES, readForm, readJson } from './http.ts';

const schema = z.strictObject({ name: z.string() });
const post = (body: BodyInit, type = 'application/json') =>
  new Request('http://localhost/', { method: 'POST', body, headers: { 'Content-Type': type } });
const code = (request: Request) =>
  readJson(request, schema).then(
    () => 'ok',
    (error: { code: string }) => error.code,
  );

describe('reading bodies', () => {
  test('a good body comes through', async () => {
    expect(await readJson(post('{"name":"Ann [x] {y} \\" \\\\"}'), schema)).toEqual({
      name: 'Ann [x] {y} " \\',
    });
    expect(await readForm(post('name=Ann+B', 'application/x-www-form-urlencoded'), schema)).toEqual({
      name: 'Ann B',
    });
  });

  test('T24 NUL, lone surrogates, broken UTF-8, 5 MB and 10,000-deep JSON are 400 or 413', async () => {
    expect(await code(post('{"name":"a\\u0000b"}'))).toBe('bad_request');
    expect(await code(post('{"name":"a\\ud800b"}'))).toBe('bad_request');
    expect(await code(post('{"na\\u0000me":"a"}'))).toBe('bad_request');
    expect(await code(post(new Uint8Array([0x22, 0xff, 0xfe, 0x22])))).toBe('bad_request');
    expect(await code(post(`{"name":"${'x'.repeat(5 * 1024 * 1024)}"}`))).toBe('too_large');
    expect(await code(post(`{"name":${'['.repeat(10_000)}${']'.repeat(10_000)}}`))).toBe('bad_request');
    expect(await code(post('{"name":'))).toBe('bad_request');
    expect(await code(post(''))).toBe('bad_request');
    expect(await code(post(`{"name":"${'x'.repeat(MAX_BODY_BYTES - 20)}"}`))).toBe('ok');
  });

  test('T15 fields nobody asked for are refused', async () => {
    expect(await code(post('{"name":"Ann","role":"admin"}'))).toBe('bad_request');
    expect(await code(post('{"name":"Ann","__proto__":{"role":"admin"}}'))).toBe('bad_request');
  });

  test('T16 a body of another type is refused', async () => {
    expect(await code(post('{"name":"Ann"}', 'text/plain'))).toBe('unsupported_media_type');
  });
});
