import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { openApiDocument } from './openapi.ts';

/** Form posts that end in a redirect, and the server's own route: not part of the JSON API. */
const NOT_JSON =
  /^(account|folding|follow|internal|mute|newsletters|openapi\.json|read|save|signin|signout|snooze)(\/|$)/;

test('every JSON route is described, with every method it takes, and nothing else is', async () => {
  const files = readdirSync('app/api', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('route.ts'),
  );
  const routes = files.map((file) => file.replace(/\/route\.ts$/, '')).filter((path) => !NOT_JSON.test(path));
  const { paths } = openApiDocument() as { paths: Record<string, Record<string, unknown>> };
  expect(Object.keys(paths).sort()).toEqual(
    routes.map((path) => `/api/${path.replace(/\[(\w+)\]/g, '{$1}')}`).sort(),
  );
  for (const path of routes) {
    const handlers = Object.keys(
      await import(/* @vite-ignore */ resolve('app/api', path, 'route.ts')),
    ).filter((name) => /^[A-Z]+$/.test(name));
    const described = Object.keys(paths[`/api/${path.replace(/\[(\w+)\]/g, '{$1}')}`] ?? {});
    expect(described.map((method) => method.toUpperCase()).sort()).toEqual(handlers.sort());
  }
});

test('the document is plain JSON with a schema for every answer', () => {
  const text = JSON.stringify(openApiDocument());
  expect(JSON.parse(text)).toMatchObject({ openapi: '3.1.0' });
  expect(text).toContain('"seenUpTo"');
});
