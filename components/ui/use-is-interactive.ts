import { useSyncExternalStore } from 'react';

const noSubscription = () => () => undefined;

/** False where the server renders and until a page is hydrated, true from then on: what is pressed then is heard. */
export function useIsInteractive(): boolean {
  return useSyncExternalStore(
    noSubscription,
    () => true,
    () => false,
  );
}
