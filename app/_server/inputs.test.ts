import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ZodType } from 'zod';
import { AppError } from '@/lib/errors.ts';
import { isCleanText, parseJson, readForm, readJson, readQuery } from '@/lib/http.ts';
import { findUses, inputsFor, looseEnds, shapeOf, type Way } from './testing-inputs.ts';

const uses = findUses();
const names = [...new Set(uses.filter(({ from }) => from).map(({ name }) => name))].sort();
const schemas = new Map<string, ZodType>(
  await Promise.all(
    names.map(async (name): Promise<[string, ZodType]> => {
      const { from = '' } = uses.find((use) => use.name === name && use.from) ?? {};
      const module = (await import(/* @vite-ignore */ join(process.cwd(), from))) as Record<string, ZodType>;
      return [name, module[name] as ZodType];
    }),
  ),
);

/** What may be looser than all else, and why. */
const LOOSE = new Map([
  // A reader's own file, which may say more; the body is bounded, and nothing else of it is looked at.
  ['followListFile', ['.: any fields', '.follows[]: any fields']],
  // Addresses of pages are made longer by whoever links to them.
  ['feedPageQueryDto', ['.: any fields']],
  ['meQueryDto', ['.: any fields']],
]);
/** The way back from what a schema makes of a text to that text. */
const AS_SENT: Record<string, (value: Record<string, unknown>) => unknown> = {
  signInBody: (value) => ({
    ...value,
    ...(value.follows !== undefined && { follows: String(value.follows) }),
  }),
  feedPreviewQueryDto: (value) => ({ ...value, topics: String(value.topics) }),
};

describe('what comes in', () => {
  test('T25 no input is read by a schema that the tests below do not know', () => {
    expect(names.length).toBeGreaterThan(40);
    // Local schemas cannot be imported: they belong in a .dto.ts.
    expect(uses.filter(({ from }) => !from)).toEqual([]);
    expect([...schemas].filter(([, schema]) => !schema?.safeParse)).toEqual([]);
  });

  test('T15 T24 every schema bounds its texts and lists, and refuses fields that it does not know', () => {
    for (const [name, schema] of schemas) {
      expect([name, looseEnds(schema)]).toEqual([name, LOOSE.get(name) ?? []]);
    }
  });

  test.each(names)(
    'T24 T25 whatever is sent to %s is refused, or comes out clean and the same when sent again',
    async (name) => {
      const schema = schemas.get(name) as ZodType;
      const ways = new Set(uses.filter((use) => use.name === name).map(({ way }) => way));
      for (const way of ways) {
        const inputs = asSent(way, inputsFor(shapeOf(schema)));
        let taken = 0;
        await fc.assert(
          fc.asyncProperty(inputs, async (input) => {
            const answer = await take(way, schema, input);
            if (!answer) return;
            taken += 1;
            if (way !== 'page')
              expect(textsIn(answer.value).filter((text) => !isCleanText(text))).toEqual([]);
            const again = schema.safeParse(
              AS_SENT[name]?.(answer.value as Record<string, unknown>) ?? answer.value,
            );
            expect(again.error?.issues).toBeUndefined();
            expect(again.data).toEqual(answer.value);
          }),
          { numRuns: 150, seed: 24 },
        );
        expect(taken, `${name} by ${way}: nothing was taken, so nothing was shown`).toBeGreaterThan(0);
      }
    },
  );
});

/** What a route gets of it; null when it is refused in the way that becomes a 400 or 413. */
async function take(way: Way, schema: ZodType, input: unknown): Promise<{ value: unknown } | null> {
  if (way === 'page') {
    const parsed = schema.safeParse(input);
    return parsed.success ? { value: parsed.data } : null;
  }
  try {
    return { value: await read(way, schema, input) };
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    expect(['bad_request', 'too_large']).toContain((error as AppError).code);
    return null;
  }
}

function read(way: Way, schema: ZodType, input: unknown): unknown {
  const address = 'http://localhost/';
  const json = JSON.stringify(input) ?? '';
  const fields = () => String(new URLSearchParams(input as Record<string, string>));
  const post = (type: string, body: string) =>
    new Request(address, { method: 'POST', headers: { 'content-type': type }, body });
  if (way === 'readJson') return readJson(post('application/json', json), schema);
  if (way === 'readForm') return readForm(post('application/x-www-form-urlencoded', fields()), schema);
  if (way === 'readQuery') return readQuery(new Request(`${address}?${fields()}`), schema);
  return parseJson(json, schema);
}

/** The same as forms and addresses carry it: fields with a text each, or a part of a path. */
function asSent(way: Way, inputs: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  if (way === 'readJson' || way === 'parseJson') return inputs;
  return inputs.map((input) => {
    if (typeof input === 'string' && way === 'page') return input;
    return Object.fromEntries(Object.entries(Object(input)).map(([name, value]) => [name, String(value)]));
  });
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, child]) => [key, ...textsIn(child)]);
}
