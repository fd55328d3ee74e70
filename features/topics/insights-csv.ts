import { csvRow } from '@/lib/csv.ts';
import type { TopicInsightDto } from './topic-insights.dto.ts';
import { UNDER_TEN } from './topic-words.ts';

const readers = (count: number | null) => (count === null ? UNDER_TEN : String(count));

const COLUMNS: [heading: string, cell: (topic: TopicInsightDto) => string][] = [
  ['topic', (topic) => topic.slug],
  ['name', (topic) => topic.name],
  ['kind', (topic) => topic.kind],
  ['followers (at least)', (topic) => readers(topic.followerCount)],
  ['new followers (at least)', (topic) => readers(topic.newFollowerCount)],
  ['readers (at least)', (topic) => readers(topic.readerCount)],
  ['articles', (topic) => String(topic.articleCount)],
];

/** Demand and coverage as CSV (RFC 4180): a header row, then a row a topic, in pieces as the batches come. */
export async function* insightsCsv(batches: AsyncIterable<TopicInsightDto[]>): AsyncGenerator<string, void> {
  yield csvRow(COLUMNS.map(([heading]) => heading));
  for await (const topics of batches) {
    yield topics.map((topic) => csvRow(COLUMNS.map(([, cell]) => cell(topic)))).join('');
  }
}
