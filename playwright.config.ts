import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/ensure-chromium.mjs';

/** The system's Chromium where there is one; otherwise the one that `npx playwright install chromium` fetched. */
const chromium = findChromium();

export default defineConfig({
  testDir: 'test',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/browser',
  // One built server and one database each file; two cores are common, and the browser waits more than it works.
  workers: 2,
  timeout: 90_000,
  // Two browsers on two busy cores: what passes at the second try only is named as flaky at the end of the run.
  retries: 1,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // A trace of every test takes a third of its time: `npx playwright test --trace on` makes one.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      // Chromium refuses its sandbox to root, as which containers run tests.
      // What a sandboxed frame does is to hold up nobody else: so it is in every browser with windows.
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--site-per-process',
        '--isolate-sandboxed-iframes',
      ],
    },
  },
});
