/** How long what came with a page passes for fresh when it is shown once more. */
const STALE_MS = 30_000;

const arrivals = new WeakMap<object, number>();

/** When this came here with its page: by this clock, since the server's may go otherwise. */
function arrivalOf(sent: object): number {
  const arrival = arrivals.get(sent) ?? Date.now();
  arrivals.set(sent, arrival);
  return arrival;
}

/**
 * The options, beside `initialData`, of a query whose first data the server `sent` with the page: it is not
 * asked for again at once. It is when the window is come back to, when something has changed it, when the page
 * is shown again later, and when the query still holds something older, from an earlier visit.
 */
export function sentWithPage(sent: object) {
  return {
    initialDataUpdatedAt: () => arrivalOf(sent),
    staleTime: ({ state }: { state: { dataUpdatedAt: number } }) =>
      state.dataUpdatedAt < arrivalOf(sent) ? 0 : STALE_MS,
    refetchOnWindowFocus: 'always' as const,
  };
}
