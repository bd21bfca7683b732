import { defineConfig, type LaunchOptions } from '@playwright/test';
import { findChromium } from './scripts/ensure-chromium.mjs';
import type { Beside } from './test/browser/portal';

/** A name that the browsers of the tests find on this machine, as one finds the name of a server in an office. */
export const officeName = 'lectern.internal';

/** The system's Chromium where there is one; otherwise the one that `npx playwright install chromium` fetched. */
const chromium = findChromium();

/** How browsers of the tests are started. @param more switches that a test needs besides */
export function launched(...more: string[]): LaunchOptions {
  return {
    ...(chromium ? { executablePath: chromium } : {}),
    args: [
      // Chromium refuses its sandbox to root, as which containers run tests.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--host-resolver-rules=MAP ${officeName} 127.0.0.1`,
      ...more,
    ],
  };
}

export default defineConfig<object, { beside: Beside }>({
  testDir: 'test',
  outputDir: 'test-results/browser',
  // Two cores are common, and a browser waits much. Each test has people of its own: a worker runs file after file on one portal.
  workers: 3,
  timeout: 180_000,
  // What passes at the second try only is a race, of the product or of the test, and is to be found.
  retries: 0,
  // For what never comes: no test is to fail because a machine is slow.
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // A trace of every test takes a third of its time: `npx playwright test --trace on` makes one.
    trace: 'off',
    actionTimeout: 30_000,
    screenshot: 'only-on-failure',
    launchOptions: launched(),
  },
  // One after the other: a worker begins anew, with its portal and its browser, where a test needs others.
  projects: [
    { name: 'connected', testMatch: '**/*.spec.ts', testIgnore: '**/alone/**' },
    { name: 'alone', testMatch: '**/alone/*.spec.ts', use: { beside: 'nothing' } },
  ],
});
