import { beforeEach, expect, test } from 'vitest';
import { addArticle } from '@/db/fixtures.ts';
import { rebuildTopics } from '@/db/queries/publishing.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { openNewsroom } from '@/features/topics/testing.ts';
import { getCoverage } from './coverage.service.ts';

describeOnEachDatabase('the coverage of a topic', (use) => {
  let world: number;
  let iran: number;
  let added = 0;
  beforeEach(async () => {
    const room = await openNewsroom(use());
    world = await room.topic('world');
    iran = await room.topic('iran', world);
  });
  const publish = async (at: string, fields: { isVisible?: boolean } = {}) => {
    const id = await addArticle(use(), `a-${++added}`, [iran], { publishedAt: new Date(at), ...fields });
    await rebuildTopics(use(), [id]);
  };

  test('is counted by weeks that begin on Monday in UTC, for a year up to its newest article', async () => {
    // The first and last moments of a week, and of the year.
    for (const at of [
      '2021-01-11T00:00:00.000Z',
      '2021-01-17T23:59:59.999Z',
      '2021-01-10T23:59:59.999Z',
      '2020-01-20T00:00:00.000Z',
      '2020-01-19T23:59:59.999Z',
      '2020-06-03T12:00:00.000Z',
    ]) {
      await publish(at);
    }
    await publish('2021-01-25T12:00:00.000Z', { isVisible: false });
    const coverage = await getCoverage(use(), iran);
    expect(coverage).toMatchObject({ total: 5, isAtLeast: false });
    expect(coverage?.weeks).toHaveLength(52);
    expect(coverage?.weeks.filter((week) => week.count > 0)).toEqual([
      { startsOn: '2020-01-20', count: 1 },
      { startsOn: '2020-06-01', count: 1 },
      { startsOn: '2021-01-04', count: 1 },
      { startsOn: '2021-01-11', count: 2 },
    ]);
    // What stands above includes it.
    expect(await getCoverage(use(), world)).toEqual(coverage);
  });

  test('is nothing where there is too little: no article, few, or all in two weeks', async () => {
    expect(await getCoverage(use(), iran)).toBeNull();
    for (let day = 11; day <= 20; day++) await publish(`2021-01-${day}T12:00:00.000Z`);
    expect(await getCoverage(use(), iran)).toBeNull();
    await publish('2020-12-01T12:00:00.000Z');
    expect(await getCoverage(use(), iran)).toMatchObject({ total: 11 });
  });
});
