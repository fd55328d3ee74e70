// Finds a Chromium for the tests, or gets one: the system's, Playwright's own, or Debian's package.
import { existsSync } from 'node:fs';
import { debianInstall } from './debian.mjs';
import { node, run, say, stop, tool } from './tooling.mjs';

/** Chromium without windows spends no time on what nobody sees: the journeys take a fifth less. */
const HEADLESS = '/usr/bin/chromium-headless-shell';
const SYSTEM = [
  HEADLESS,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** A browser to test in: `path` of its program, or null for the one Playwright keeps itself. */
export async function findBrowser() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) return { path: asked, description: asked };
  const installed = SYSTEM.find((path) => existsSync(path));
  if (installed) return { path: installed, description: installed };
  say('Getting a browser …');
  const own = await run(node(), [tool('@playwright/test/cli.js'), 'install', 'chromium'], { capture: true });
  if (own.code === 0) return { path: null, description: "Playwright's Chromium" };
  for (const [name, path] of [
    ['chromium-headless-shell', HEADLESS],
    ['chromium', '/usr/bin/chromium'],
  ]) {
    if (await debianInstall(name)) return { path, description: `Debian's ${name}` };
  }
  return stop(
    `${own.output}\nNo browser could be had for the tests. Install Chromium, or set CHROMIUM_PATH to one.`,
  );
}
