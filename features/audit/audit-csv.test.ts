import { expect, it } from 'vitest';
import type { AuditEntryDto } from './audit.dto.ts';
import { auditCsv } from './audit-csv.ts';

const ENTRY: AuditEntryDto = {
  id: 7,
  at: '2026-11-20T09:00:00.000Z',
  actor: { id: '01890000-0000-7000-8000-000000000001', name: 'Zoë "Z" Ríta' },
  action: 'topic.rename',
  subject: 'topic',
  subjectKey: 'iran',
  subjectName: 'Iran, Islamic Republic',
  before: { name: 'Persia' },
  after: null,
};

async function* batchesOf(...batches: AuditEntryDto[][]) {
  yield* batches;
}

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

it('is a header and a row an entry, quoted as RFC 4180 has it', async () => {
  expect(await textOf(auditCsv(batchesOf([ENTRY], [{ ...ENTRY, id: 6 }])))).toBe(
    [
      'number,at,person,action,subject,key,name,before,after',
      '7,2026-11-20T09:00:00.000Z,"Zoë ""Z"" Ríta",topic.rename,topic,iran,"Iran, Islamic Republic","{""name"":""Persia""}",',
      '6,2026-11-20T09:00:00.000Z,"Zoë ""Z"" Ríta",topic.rename,topic,iran,"Iran, Islamic Republic","{""name"":""Persia""}",',
      '',
    ].join('\r\n'),
  );
});

it('is a header alone when there is nothing to tell', async () => {
  expect(await textOf(auditCsv(batchesOf()))).toBe(
    'number,at,person,action,subject,key,name,before,after\r\n',
  );
});
