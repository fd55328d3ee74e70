// Packages of Debian and Ubuntu, where we are root there.
import { existsSync } from 'node:fs';
import { run, say } from './tooling.mjs';

/** Installs a Debian package; false where that is not possible. */
export async function debianInstall(name) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  say(`Installing Debian's package ${name} …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const get = () =>
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { env, capture: true });
  if ((await get()).code === 0) return true;
  await run('apt-get', ['update', '-qq'], { env, capture: true });
  return (await get()).code === 0;
}
