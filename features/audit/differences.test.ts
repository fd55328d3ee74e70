import { expect, it } from 'vitest';
import { differences } from './differences.ts';

it('tells what was there before and what is there now, and leaves out what stayed', () => {
  expect(differences({ name: 'Persia', kind: 'place' }, { name: 'Iran', kind: 'place' })).toEqual([
    { field: 'name', removed: ['Persia'], added: ['Iran'] },
  ]);
});

it('shows only the new side of what was created, without its empty fields', () => {
  const made = { name: 'Iran', parent: null, description: '', aliases: [], isRetired: false };
  expect(differences(null, made)).toEqual([
    { field: 'name', removed: [], added: ['Iran'] },
    { field: 'isRetired', removed: [], added: ['no'] },
  ]);
});

it('shows of a list what came and went', () => {
  expect(differences({ aliases: ['a', 'b', 'c'] }, { aliases: ['b', 'd'] })).toEqual([
    { field: 'aliases', removed: ['a', 'c'], added: ['d'] },
  ]);
});

it('shows the whole of a list that was put into another order', () => {
  expect(differences({ topics: ['a', 'b'] }, { topics: ['b', 'a'] })).toEqual([
    { field: 'topics', removed: ['a', 'b'], added: ['b', 'a'] },
  ]);
});

it('knows fields that stand on one side only, numbers, and what is nested', () => {
  expect(differences({ into: 'iran' }, { restored: 'persia', merge: 7, more: { a: 1 } })).toEqual([
    { field: 'into', removed: ['iran'], added: [] },
    { field: 'restored', removed: [], added: ['persia'] },
    { field: 'merge', removed: [], added: ['7'] },
    { field: 'more', removed: [], added: ['{"a":1}'] },
  ]);
});

it('says nothing of nothing', () => {
  expect(differences(null, null)).toEqual([]);
});
