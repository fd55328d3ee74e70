// How the server's process is started, here and wherever it is tested or measured.

/**
 * Arguments for Node. Left alone, V8 lets garbage grow to several times what lives, by how much memory the
 * machine has: 750 MB where 380 do, after the same load (docs/performance.md, "Where the time goes").
 */
export const SERVE = [
  '--disable-warning=ExperimentalWarning',
  '--max-semi-space-size=8',
  '--heap-growing-percent=40',
  'scripts/serve.ts',
];

/** What the environment adds: glibc keeps an arena for each thread, and what is freed in one serves no other. */
export const SERVE_ENV = { MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? '2' };
