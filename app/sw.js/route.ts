import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connection } from 'next/server';

const HEADERS = {
  'Content-Type': 'text/javascript; charset=utf-8',
  // Browsers look for a new one now and then, and have to be told the truth.
  'Cache-Control': 'no-cache',
};

/**
 * The service worker of this deployment (ADR 013). It names the build, so that each deployment has
 * another text, which browsers take up. In development, which has no build, there is none: 404.
 */
export async function GET() {
  // Made by the build, which runs this too.
  await connection();
  const read = (name: string) =>
    readFile(join(/* turbopackIgnore: true */ process.cwd(), distDir(), name), 'utf8');
  try {
    const [id, script] = await Promise.all([read('BUILD_ID'), read('service-worker.js')]);
    return new Response(`// build ${id.trim()}\n${script}`, { headers: HEADERS });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return new Response('There is no build.\n', { status: 404 });
  }
}

function distDir(): string {
  return process.env.NEXT_DIST_DIR ?? '.next';
}
