import { describe, expect, test } from 'vitest';
import { untilAnswered } from './load.ts';

describe('untilAnswered', () => {
  /** The windows that are measured on a server that answers after so long, or fails at once. */
  async function windows(answersAfterSeconds: number, failures = 0): Promise<number[]> {
    const measured: number[] = [];
    await untilAnswered(1, async (seconds) => {
      measured.push(seconds);
      const total = seconds > answersAfterSeconds ? 1 : 0;
      return { errors: failures, timeouts: 0, non2xx: 0, requests: { total } };
    });
    return measured;
  }

  test('measures once where there is an answer, or a failure', async () => {
    expect(await windows(0.5)).toEqual([1]);
    expect(await windows(100, 1)).toEqual([1]);
  });

  test('gives more time to who has answered nothing, and not for ever', async () => {
    expect(await windows(3)).toEqual([1, 2, 4]);
    expect(await windows(1_000)).toEqual([1, 2, 4, 8, 16]);
  });
});
