import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible';
import { look } from './look';
import type { Portal } from './portal';
import { test } from './test';

/** Which paper a computed colour is: `lab(98.3 …)` is light, `lab(6.2 …)` dark; anything else stays what it is. */
function paperOf(color: string): string {
  const lightness = Number(/^lab\(([\d.]+)/.exec(color)?.[1] ?? Number.NaN);
  return lightness > 95 ? 'light' : lightness < 10 ? 'dark' : color;
}

async function choose(portal: Portal, page: Page, theme: string): Promise<void> {
  await page.goto(`${portal.url}/settings`);
  await expect(page.getByRole('button', { name: 'Change password' })).toBeEnabled();
  await page.getByRole('radio', { name: theme }).check({ force: true });
}

/** The paper behind everything. */
async function background(page: Page): Promise<string> {
  return paperOf(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
}

/** Notes the colour of each frame that the browser paints while a page loads, once it has its style sheet. */
async function watchFrames(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const note = () => {
      const isStyled = getComputedStyle(document.documentElement).getPropertyValue('--paper') !== '';
      if (document.body && isStyled) {
        const color = getComputedStyle(document.body).backgroundColor;
        if (!seen.includes(color)) seen.push(color);
      }
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  return async () => {
    const seen: string[] = await page.evaluate(() => Reflect.get(window, 'seen'));
    return seen.map(paperOf);
  };
}

test('light, dark and system: chosen in the settings, shown at once, kept for every page', async ({ page, portal }) => {
  await choose(portal, page, 'Dark');
  await expect.poll(() => background(page)).toBe('dark');
  for (const path of ['/documents', '/trash', '/recent']) {
    await page.goto(portal.url + path);
    expect(await background(page)).toBe('dark');
  }
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await choose(portal, page, 'Light');
  await expect.poll(() => background(page)).toBe('light');
  await page.goto(`${portal.url}/documents`);
  expect(await background(page)).toBe('light');
  await choose(portal, page, 'System');
  await expect.poll(() => background(page)).toBe('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(() => background(page)).toBe('light');
});

test('the first frame of each page has the chosen colours, and so has every other', async ({
  newWindow: page,
  portal,
  lena,
}) => {
  await portal.signIn(page.context(), lena);
  await choose(portal, page, 'Dark');
  await expect.poll(() => background(page)).toBe('dark');
  const frames = await watchFrames(page);
  for (const path of [
    '/documents',
    '/settings',
    '/search?q=a',
    '/nothing-here',
    '/folders/0000000000000000000000000x',
  ]) {
    await page.goto(portal.url + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await frames(), path).toEqual(['dark']);
  }
});

test('the colours do not wait for any script file', async ({ page, portal }) => {
  await choose(portal, page, 'Dark');
  await expect.poll(() => background(page)).toBe('dark');
  await page.route('**/*.js', (route) => route.abort());
  for (const path of ['/documents', '/nothing-here']) {
    await page.goto(portal.url + path);
    expect(await background(page), path).toBe('dark');
  }
});

test('a page that does not exist is dark at night before anything of it is drawn', async ({ page, portal }) => {
  const address = `${portal.url}/folders/0000000000000000000000000x`;
  const answer = await page.request.get(address);
  expect(answer.status()).toBe(404);
  expect(await answer.text()).toContain('<meta name="color-scheme" content="light dark"/>');
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'This page does not exist' })).toBeVisible();
  await look(page, 'no-such-folder');
});
