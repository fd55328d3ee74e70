import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';

const config: NextConfig = {
  // Tests build into a folder of their own where they have to, so that a running site keeps its files.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  cacheComponents: true,
  partialPrefetching: true,
  experimental: {
    // Cached pages answer whole and at once; the hints for navigations that stream do not apply to them.
    instantInsights: { validationLevel: 'manual-warning' },
    // Would render each page of a reader's own a second time, and send both, for navigations that no link
    // of ours prepares (docs/performance.md, "Where the time goes").
    cachedNavigations: false,
  },
  poweredByHeader: false,
  // Pages bring theirs from the page cache.
  generateEtags: false,
  reactStrictMode: true,
  cacheHandler: fileURLToPath(new URL('./server/page-cache.ts', import.meta.url)),
  cacheHandlers: { default: fileURLToPath(new URL('./server/data-cache.ts', import.meta.url)) },
  serverExternalPackages: [
    '@electric-sql/pglite',
    'pg',
    'pg-boss',
    'sharp',
    'pino',
    'next-auth',
    'nodemailer',
  ],
  // The front page and the directory take a parameter, so that the build, which has no database, leaves them out.
  rewrites: async () => ({
    beforeFiles: [
      { source: '/', destination: '/front/today' },
      { source: '/topics', destination: '/directory/all' },
    ],
    afterFiles: [],
    fallback: [],
  }),
  images: {
    // Our own photos only; their addresses hold a hash of their content, so they never change.
    localPatterns: [{ pathname: '/media/**', search: '' }],
    formats: ['image/webp'],
    deviceSizes: [400, 640, 828, 1200, 1600],
    imageSizes: [96, 160, 256],
    minimumCacheTTL: 31_536_000,
    maximumRedirects: 0,
  },
  compiler: {
    runAfterProductionCompile: async ({ distDir }) => {
      const { bundleServiceWorker } = await import('./scripts/bundle-service-worker.mjs');
      const { compressStatic } = await import('./scripts/compress-static.mjs');
      await Promise.all([bundleServiceWorker(distDir), compressStatic(distDir)]);
    },
  },
  // `npm run check` type-checks the whole tree, tests included; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
};

export default config;
