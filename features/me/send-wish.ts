import { MutationObserver, type MutationOptions, type QueryClient } from '@tanstack/react-query';

/**
 * Runs a mutation that starts with a press, from what is pressed. A hook for it (`useMutation`) would be made for
 * each of fifty buttons of a feed, by the server and again by the browser, though few are ever pressed. What came
 * of it is told by the callbacks of `options`; the promise is kept when all is over, and never broken.
 */
export async function sendWish<Wish>(
  client: QueryClient,
  options: MutationOptions<void, Error, Wish>,
  wish: Wish,
): Promise<void> {
  const sent = new MutationObserver(client, options);
  // A failure has been told by `onError`.
  await sent.mutate(wish).catch(() => undefined);
  // Lets go of the mutation, which would be kept for as long as somebody watches it.
  sent.reset();
}
