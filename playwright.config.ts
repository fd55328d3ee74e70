import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const system = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path));
const executablePath = process.env.CHROMIUM_PATH ?? system;
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/first-start.ts',
  outputDir: '.test/results',
  // For what hangs, not for what is slow: two cores that share their machine may take four times as long.
  timeout: 150_000,
  expect: { timeout: 20_000 },
  // Each serves a site of its own (e2e/test.ts). On two cores: a third works while two wait for a page to settle.
  workers: 3,
  fullyParallel: false,
  retries: 0,
  forbidOnly: process.env.CI === 'true',
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? '.test/playwright.json' }],
  ],
  use: {
    browserName: 'chromium',
    actionTimeout: 20_000,
    // What a service worker asks for is not seen by the routes that tests set up: journeys/offline.spec.ts allows it.
    serviceWorkers: 'block',
    // Recording every test takes as long as running it: `--trace on` when one fails.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Pages live for seconds here: what the compilers that optimise would cost, they never give back.
        '--js-flags=--no-maglev,--no-turbofan',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
  projects: [
    // The longest of these runs for minutes: begun first, nobody waits for it at the end.
    { name: 'server', testMatch: '**/server/**' },
    { name: 'desktop', use: { viewport: { width: 1280, height: 900 } }, testIgnore: '**/server/**' },
    {
      name: 'phone',
      use: phone,
      testMatch: '**/journeys/**',
      // Phones have no Tab key.
      testIgnore: '**/*keyboard.spec.ts',
      // What is kept, sent, cached, typed or refused hangs on no screen's size, nor do forms in place of scripts;
      // their pages are seen on phones in other journeys.
      grepInvert: /@once/,
    },
  ],
});
