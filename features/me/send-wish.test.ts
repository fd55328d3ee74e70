import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { sendWish } from './send-wish.ts';

const FAILURE = new Error('The server is away.');

test('a wish is told of what became of it, one after the other, and nothing of it is kept watched', async () => {
  const client = new QueryClient({ defaultOptions: { mutations: { networkMode: 'always' } } });
  const told: string[] = [];
  const options = (name: string, error?: Error) => ({
    mutationKey: ['wish'],
    scope: { id: 'one at a time' },
    mutationFn: async () => {
      told.push(`${name} sent`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (error) throw error;
    },
    onError: (reason: Error) => void told.push(`${name} failed: ${reason.message}`),
    onSettled: () => void told.push(`${name} over, ${client.isMutating({ mutationKey: ['wish'] })} left`),
    gcTime: 0,
  });
  await Promise.all([
    sendWish(client, options('first', FAILURE), undefined),
    sendWish(client, options('second'), undefined),
  ]);
  expect(told).toEqual([
    'first sent',
    'first failed: The server is away.',
    'first over, 2 left',
    'second sent',
    'second over, 1 left',
  ]);
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(client.getMutationCache().getAll()).toEqual([]);
});
