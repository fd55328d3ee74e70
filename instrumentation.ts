/** Next calls this once, when a server starts (never while building). */
export async function register(): Promise<void> {
  // Set by scripts/serve.ts: a build must not open a database.
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.YOUR_GLOBE_SERVING !== '1') return;
  const { startApp } = await import('./app/_server/start.ts');
  await startApp();
}
