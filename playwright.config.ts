import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/ensure-chromium.mjs';

/** A name that the browsers of the tests find on this machine, as one finds the name of a server in an office. */
export const officeName = 'lectern.internal';

/** The system's Chromium where there is one; otherwise the one that `npx playwright install chromium` fetched. */
const chromium = findChromium();

export default defineConfig({
  testDir: 'test',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/browser',
  // Two cores are common. Each test has people of its own: a worker runs file after file on one portal.
  workers: 2,
  timeout: 90_000,
  // What passes at the second try only is a race, of the product or of the test: it is named as flaky at the end, and is
  // to be found. Zero as soon as several runs in a row have named none.
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
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      // Chromium refuses its sandbox to root, as which containers run tests.
      // What a sandboxed frame does is to hold up nobody else: so it is in every browser with windows.
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        
        
        `--host-resolver-rules=MAP ${officeName} 127.0.0.1`,
      ],
    },
  },
});
