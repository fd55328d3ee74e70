import { expect, it } from 'vitest';
import { insightsCsv } from './insights-csv.ts';
import type { TopicInsightDto } from './topic-insights.dto.ts';

async function* batchesOf(...batches: TopicInsightDto[][]) {
  yield* batches;
}

it('is a header and a row a topic; under ten is said in words, and what a spreadsheet would run is text', async () => {
  const figures = { followerCount: 120, newFollowerCount: null, readerCount: 10, articleCount: 3 };
  let text = '';
  for await (const piece of insightsCsv(
    batchesOf(
      [{ slug: 'iran', name: '=HYPERLINK("x")', kind: 'place', ...figures }],
      [{ slug: 'oil', name: 'Oil, gas', kind: 'topic', ...figures, followerCount: null, articleCount: 0 }],
    ),
  ))
    text += piece;
  expect(text).toBe(
    [
      'topic,name,kind,followers (at least),new followers (at least),readers (at least),articles',
      `iran,"'=HYPERLINK(""x"")",place,120,under 10,10,3`,
      'oil,"Oil, gas",topic,under 10,under 10,10,0',
      '',
    ].join('\r\n'),
  );
});
