import { createHash } from 'node:crypto';
import { HANDLERS, type Method, type Needs, PAGES, type Row } from '../../e2e/access-table.ts';
import { PARAMETERS, SEGMENTS, VALUES } from '../../e2e/hostile.ts';

/** What is sent: addresses and bodies made of the site's own routes, parameters and fields. */

/** A request that is no page's address: one line of each of ffuf's lists. */
export type Write = { method: Method; path: string; type: string; body: string };

const NEEDS: Needs = {
  ...{
    role: 'reader',
    photo: '/media/0123456789ab/a.webp',
    mail: 'none',
    seenUpTo: 'x',
    shown: 'x',
    marked: 'x',
  },
  ...{ personId: '01900000-0000-7000-8000-000000000000', merge: '1' },
};
/** What breaks out of a statement, a page, a header, a folder or a template where something is put in unread. */
const BREAKS_OUT = [
  `'`,
  `' or 1=1 --`,
  `1); select pg_sleep(3); --`,
  '\\',
  '%',
  '_',
  `"><script>alert(1)</script>`,
  `'-alert(1)-'`,
  'a\r\nX-Injected: yes',
  '../../../../etc/passwd',
  'file:///etc/passwd',
  'http://127.0.0.1:1/',
  '$' + '{7*7}',
  '{{7*7}}',
  ';id',
  '0',
  '-1',
  '99999999999999999999',
  '1e309',
  'NaN',
  '0x10',
  'null',
  '[]',
  '{"$gt":""}',
  '2021-13-45T99:99:99Z',
  '\u202e',
];
/** What is kept from the site: it would end the session that the rest is asked with. */
export const LEFT_OUT = ['/api/signout'];

/** Addresses to read, in an order that is the same each time and leaves no route to the end. */
export function addresses(): string[] {
  const rows = Object.entries({ ...PAGES, ...HANDLERS }).filter(([, row]) => row.handles.GET !== undefined);
  const made = rows.flatMap(([route, row]) => {
    const paths = row.paths(NEEDS);
    const place = route.includes('[') ? route.replace(/\[.*$/, '') : `${route}/`;
    const segments = [...SEGMENTS, ...BREAKS_OUT.map(encodeURIComponent)].map((segment) => place + segment);
    return [...paths, ...segments, ...queriesOf(paths[0] ?? route)];
  });
  return mixed(made.filter(isSendable));
}

/** Pages to begin from. */
export function pages(): string[] {
  return Object.values(PAGES)
    .flatMap((row) => row.paths(NEEDS))
    .filter((path) => !path.includes('%00'));
}

/** Each parameter with two of the values, others for each path. */
function queriesOf(path: string): string[] {
  const values = [...VALUES, ...BREAKS_OUT.map(encodeURIComponent)];
  return PARAMETERS.flatMap((name) =>
    [0, 1].map((turn) => {
      const value = values[numberOf(`${path} ${name} ${turn}`) % values.length];
      return `${path}${path.includes('?') ? '&' : '?'}${name}=${value}`;
    }),
  );
}

/** Bodies to send: those that routes take, with one field after the other replaced. */
export function writes(): Write[] {
  const made = Object.entries(HANDLERS)
    .filter(([route]) => !LEFT_OUT.includes(route))
    .flatMap(([, row]) => writesOf(row));
  return mixed(made, ({ method, path, body }) => `${method} ${path} ${body}`);
}

function writesOf(row: Row): Write[] {
  const [path = '/'] = row.paths(NEEDS);
  return Object.entries(row.send ?? {}).flatMap(([method, body]) => {
    const given = body(NEEDS);
    const isForm = given instanceof URLSearchParams;
    const fields: Record<string, unknown> = isForm ? Object.fromEntries(given) : { ...given };
    const changed = Object.keys({ ...fields, returnTo: '' }).flatMap((name) =>
      [...VALUES.filter((value) => value.length < 600), ...BREAKS_OUT].map((value) => ({
        ...fields,
        [name]: value,
      })),
    );
    return [fields, ...changed].map((one): Write => {
      const text = isForm ? String(new URLSearchParams(one as Record<string, string>)) : JSON.stringify(one);
      const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json';
      return { method: method as Method, path, type, body: text };
    });
  });
}

/** True for what ffuf can send: it takes no path that does not decode. */
function isSendable(address: string): boolean {
  const [path = ''] = address.split('?');
  return !/%(?![0-9a-f]{2})/i.test(path) && !/\s/.test(address);
}

function mixed<T>(items: T[], name: (item: T) => string = String): T[] {
  const byName = new Map(items.map((item) => [name(item), item]));
  return [...byName].sort(([a], [b]) => numberOf(a) - numberOf(b)).map(([, item]) => item);
}

function numberOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE();
}
