import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type ZodType, z } from 'zod';

/** What the tests of input schemas need: which there are, and what may be sent to each. */

/** How a route takes what it is sent. `page` is the address of a page, where what is wrong is left out. */
export type Way = 'readJson' | 'readForm' | 'readQuery' | 'parseJson' | 'page';
export type Use = { name: string; way: Way; file: string; from: string };

const CALL = /\b(readJson|readForm|readQuery|parseJson)\(\s*(?:request|text),\s*(\w+)\s*\)/g;
const ON_PAGE = /\b(\w+)\.(?:safeParse|parse)\(/g;
const DTO_IMPORT = /import \{([^}]*)\} from '@?\/?([\w/.-]+\.dto\.ts)'/g;

/** Every place in `app/` (and the lists that `features/` reads) where something from outside meets a schema. */
export function findUses(): Use[] {
  const files = ['app', 'features'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  return files
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      const dtos = dtosOf(text, file);
      const uses = [...text.matchAll(CALL)].map(([, way, name = '']) => use(name, way as Way));
      // A job that is read back from the database was checked when it came.
      const pages = file.startsWith('app/') ? [...text.matchAll(ON_PAGE)] : [];
      return [
        ...uses,
        ...pages.filter(([, name = '']) => dtos.has(name)).map(([, name = '']) => use(name, 'page')),
      ];

      function use(name: string, way: Way): Use {
        return { name, way, file, from: dtos.get(name) ?? '' };
      }
    });
}

/** What a file imports of `.dto.ts` files, and from where. */
function dtosOf(text: string, file: string): Map<string, string> {
  return new Map(
    [...text.matchAll(DTO_IMPORT)].flatMap(([, names = '', path = '']) =>
      names
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name && !name.startsWith('type '))
        .map((name): [string, string] => [name, path.startsWith('.') ? join(file, '..', path) : path]),
    ),
  );
}

type Shape = {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Shape[];
  oneOf?: Shape[];
  properties?: Record<string, Shape>;
  required?: string[];
  additionalProperties?: boolean;
  items?: Shape;
  maxItems?: number;
  maxLength?: number;
  pattern?: string;
  format?: string;
};

/** A schema as JSON Schema, from the side of whoever sends. */
export function shapeOf(schema: ZodType): Shape {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
}

/** Where a schema lets texts and lists of any length through, or takes fields that it does not know. */
export function looseEnds(schema: ZodType): string[] {
  // Of a text that is shortened first, what comes out of it is bounded.
  const after = endsOf(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as Shape);
  return endsOf(shapeOf(schema)).filter((end) => end.endsWith(ANY_FIELDS) || after.includes(end));
}

function endsOf(shape: Shape, path = ''): string[] {
  const parts = shape.anyOf ?? shape.oneOf;
  if (parts) return parts.flatMap((part) => endsOf(part, path));
  if (shape.const !== undefined || shape.enum) return [];
  if (shape.type === 'array') {
    const ends = shape.items ? endsOf(shape.items, `${path}[]`) : [];
    return shape.maxItems === undefined ? [`${path}: a list of any length`, ...ends] : ends;
  }
  if (shape.type === 'object') {
    const ends = Object.entries(shape.properties ?? {}).flatMap(([name, part]) =>
      endsOf(part, `${path}.${name}`),
    );
    return shape.additionalProperties === false ? ends : [`${path || '.'}${ANY_FIELDS}`, ...ends];
  }
  const isBounded = shape.maxLength !== undefined || ['uuid', 'date'].includes(shape.format ?? '');
  if (shape.type === 'string' && !isBounded && !/^\^[^*+]*\$$/.test(shape.pattern ?? ''))
    return [`${path}: a text of any length`];
  return [];
}

const ANY_FIELDS = ': any fields';

const HOSTILE = [
  '',
  '\0',
  'a\0b',
  '\ud800',
  'a\udc00',
  '__proto__',
  'constructor',
  ' a ',
  ',',
  'a,,b',
  'İ',
  '-1',
  '1e9',
];
const MAX_TRIED = 5_000;

/** What may be sent to a schema: mostly what it takes, with something wrong here and there. */
export function inputsFor(shape: Shape): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 9, arbitrary: goodFor(shape) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  );
}

function goodFor(shape: Shape): fc.Arbitrary<unknown> {
  const parts = shape.anyOf ?? shape.oneOf;
  if (parts) return fc.oneof(...parts.map(inputsFor));
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.enum) return fc.constantFrom(...shape.enum);
  if (shape.type === 'boolean') return fc.boolean();
  if (shape.type === 'null') return fc.constant(null);
  if (shape.type === 'integer' || shape.type === 'number')
    return fc.oneof(
      fc.integer({ min: -1, max: 60 }),
      fc.constantFrom(2 ** 31, 2 ** 53 - 1, 2 ** 53, 1e308, 0.5),
    );
  if (shape.type === 'array') {
    const max = Math.min(shape.maxItems ?? 5, 5);
    return fc.array(inputsFor(shape.items ?? {}), { maxLength: max });
  }
  if (shape.type === 'object') return objectsFor(shape);
  return textsFor(shape);
}

function objectsFor({ properties = {}, required = [] }: Shape): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, part]) => [name, inputsFor(part)]),
  );
  const record = fc.record(fields, { requiredKeys: required.filter((name) => name in fields) });
  const extra = fc.constantFrom('role', 'id', '__proto__', '\0');
  return fc.oneof(
    { weight: 12, arbitrary: record },
    {
      weight: 1,
      arbitrary: fc
        .tuple(record, extra, fc.jsonValue({ maxDepth: 1 }))
        .map(([value, name, more]) => Object.fromEntries([...Object.entries(value), [name, more]])),
    },
  );
}

function textsFor({ maxLength = 100, pattern, format }: Shape): fc.Arbitrary<unknown> {
  const most = Math.min(maxLength, MAX_TRIED);
  const usual = fc.oneof(
    fc.string({ unit: 'binary', maxLength: Math.min(most, 40) }),
    fc.string({ unit: 'grapheme', maxLength: Math.min(most, 20) }),
  );
  const hostile = fc.constantFrom(...HOSTILE);
  // The last becomes longer in small letters.
  const long = fc.constantFrom('x'.repeat(most), 'x'.repeat(most + 1), 'İ'.repeat(most));
  const like = likeThat(pattern, format);
  return fc.oneof(
    { weight: 4, arbitrary: like ?? usual },
    { weight: 1, arbitrary: usual },
    { weight: 1, arbitrary: hostile },
    { weight: 1, arbitrary: long },
  );
}

function likeThat(pattern?: string, format?: string): fc.Arbitrary<string> | null {
  if (format === 'uuid') return fc.uuid();
  if (format === 'date' || format === 'date-time') {
    const dates = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-01-01'), noInvalidDate: true });
    return dates.map((date) => date.toISOString().slice(0, format === 'date' ? 10 : undefined));
  }
  return pattern ? fc.stringMatching(new RegExp(pattern)) : null;
}
