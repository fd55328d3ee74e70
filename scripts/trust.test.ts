import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { judge, requirementsIn } from './trust.mjs';

const REQUIREMENTS = requirementsIn(
  '# Trust\n\n- T1 Holds.\n- T2 Would hold. _Not yet: there is nothing._\n- T12 Too.\n',
);

test('requirements are read with their numbers and the reasons they wait for', () => {
  expect(REQUIREMENTS).toEqual([
    { number: 'T1', text: 'Holds.', reason: null },
    { number: 'T2', text: 'Would hold.', reason: 'there is nothing.' },
    { number: 'T12', text: 'Too.', reason: null },
  ]);
});

test('a requirement is shown by the tests that bear its number, at any level of their names', () => {
  const states = (results: { name: string; state: string }[]) =>
    judge(REQUIREMENTS, results).map((row: { state: string }) => row.state);
  expect(states([])).toEqual(['no test', 'not yet', 'no test']);
  expect(states([{ name: 'a suite › T12 T1 something', state: 'passed' }])).toEqual([
    '1 passed',
    'not yet',
    '1 passed',
  ]);
  expect(
    states([
      { name: 'T12 a suite › something', state: 'passed' },
      { name: 'T12 a suite › other', state: 'failed' },
      { name: 'talks of T1 only', state: 'passed' },
      { name: 'T1 skipped', state: 'skipped' },
    ]),
  ).toEqual(['no test', 'not yet', '1 failed']);
  expect(states([{ name: 'T2 a part of it', state: 'passed' }])).toEqual(['no test', 'not yet', 'no test']);
});

test('every requirement stands in the list once, in order', () => {
  const numbers = requirementsIn(readFileSync('docs/trust.md', 'utf8')).map(({ number }) => number);
  expect(numbers).toEqual(Array.from({ length: 46 }, (_, index) => `T${index + 1}`));
});
