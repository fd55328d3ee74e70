const KEY = 'new-code';
const NOT_AGAIN_MS = 60_000;

/**
 * After a deployment, code that an open page loads on demand may be gone from the server. The page is
 * made anew then, which brings the code of the new deployment; once a minute at most, lest it never end.
 * Returns whether it is under way.
 */
export function reloadForNewCode(error: unknown): boolean {
  // Without a network it is the network that is missing.
  if (!(error instanceof Error) || error.name !== 'ChunkLoadError' || !navigator.onLine) return false;
  try {
    if (Date.now() - Number(sessionStorage.getItem(KEY)) < NOT_AGAIN_MS) return false;
    sessionStorage.setItem(KEY, String(Date.now()));
  } catch {
    // Where nothing can be noted, it might never end.
    return false;
  }
  window.location.reload();
  return true;
}
