import { expect, it } from 'vitest';
import { csvRow } from './csv.ts';

it.each([
  ['=1+1', "'=1+1"],
  ['=cmd|" /C calc"!A0', `"'=cmd|"" /C calc""!A0"`],
  ['+49 30', "'+49 30"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', `"'\r=1"`],
  ['=a,b', `"'=a,b"`],
])('%j, which a spreadsheet would run, becomes text: %j', (cell, written) => {
  expect(csvRow([cell, cell])).toBe(`${written},${written}\r\n`);
});

it.each([
  ['', ''],
  ['plain', 'plain'],
  ['1-2', '1-2'],
  ['a@example.com', 'a@example.com'],
  ['two\nlines', '"two\nlines"'],
  ['a "quoted" word', '"a ""quoted"" word"'],
])('leaves %j as it is, quoted only where it must be', (cell, written) => {
  expect(csvRow([cell])).toBe(`${written}\r\n`);
});
