import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// Written so that this file does not find itself.
const MOCKS = new RegExp(['vi', '(do)?mock\\('].join('\\.'), 'i');

test('a test file mocks modules exactly if its name says so, or others would find what it put in their place', () => {
  const files = globSync('{app,bench,components,content,db,features,lib,scripts,server}/**/*.test.ts');
  expect(files.length).toBeGreaterThan(100);
  const named = files.filter((file) => file.endsWith('.mocked.test.ts')).sort();
  expect(files.filter((file) => MOCKS.test(readFileSync(file, 'utf8'))).sort()).toEqual(named);
});
