// Packages of Debian and Ubuntu, where we are root there.
import { existsSync } from 'node:fs';
import { run, say } from './tooling.mjs';

/** Installs a Debian package; false where that is not possible. */
export async function debianInstall(name) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  say(`Installing Debian's package ${name} …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  // What a machine knows of packages may be months old, and so would be the browser that tests run in.
  await run('apt-get', ['update', '-qq'], { env, capture: true });
  const packages = ['install', '-y', '-qq', '--no-install-recommends', name];
  return (await run('apt-get', packages, { env, capture: true })).code === 0;
}
