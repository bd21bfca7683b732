import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Frame, type Page } from '@playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Fails with what axe finds on the page or in the frame. Evaluated, not loaded: the page's policy allows no foreign script. */
export async function expectAccessible(page: Page | Frame, options: { iframes?: boolean } = {}): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const found: unknown = await page.evaluate(
    `axe.run(document, ${JSON.stringify({ resultTypes: ['violations'], ...options })}).then((result) => result.violations.map((each) => each.id + ': ' + each.nodes.map((node) => node.html).join(' | ')))`,
  );
  expect(found, page.url()).toEqual([]);
}
