/** What is for whoever uses this browser, whether signed in or not: how pages look. All else goes with the session. */
const STAYS = ['display'];
/** Stands in both storages while there is a session, and tells afterwards that there was one. */
const MARK = 'reader';

/**
 * Keeps what this browser keeps in step with the session: once that has ended, however and wherever it
 * was ended, nothing of its reader is left. Returns whether it has ended since this was called last.
 */
export function noteSession(hasSession: boolean): boolean {
  let hasEnded = false;
  for (const kind of ['localStorage', 'sessionStorage'] as const) {
    try {
      const storage = window[kind];
      if (hasSession) storage.setItem(MARK, '1');
      else if (storage.getItem(MARK) !== null) {
        for (const key of Object.keys(storage)) if (!STAYS.includes(key)) storage.removeItem(key);
        hasEnded = true;
      }
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  }
  if (hasEnded) window.dispatchEvent(new StorageEvent('storage'));
  return hasEnded;
}
