// The service worker as one file beside the build. Part of every `next build` (next.config.ts).
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Bundles `features/offline/service-worker.ts` into `distDir/service-worker.js`, which `/sw.js` serves. */
export async function bundleServiceWorker(distDir) {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    resolve: { alias: { '@': root.replace(/\/$/, '') } },
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    publicDir: false,
    build: {
      outDir: distDir,
      emptyOutDir: false,
      target: 'es2022',
      lib: {
        entry: join(root, 'features/offline/service-worker.ts'),
        formats: ['iife'],
        name: 'serviceWorker',
        fileName: () => 'service-worker.js',
      },
    },
  });
}
