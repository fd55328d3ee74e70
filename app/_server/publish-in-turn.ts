// On globalThis because the bundler may load this module more than once in one process.
const turns = globalThis as typeof globalThis & { yourGlobePublishing?: Promise<unknown> };

/** Runs `work` after all earlier ones, so that what was read later of the content folder is also stored later. */
export async function publishInTurn<T>(work: () => Promise<T>): Promise<T> {
  const before = turns.yourGlobePublishing ?? Promise.resolve();
  const mine = before.then(work, work);
  turns.yourGlobePublishing = mine.catch(() => undefined);
  return mine;
}
