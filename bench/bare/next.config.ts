import type { NextConfig } from 'next';

/** The same framework with nothing of ours: what it alone can do on this machine. */
const config: NextConfig = {
  cacheComponents: true,
  poweredByHeader: false,
  // As for ours: compressing belongs to the proxy, and would be measured instead of the pages.
  compress: false,
};

export default config;
