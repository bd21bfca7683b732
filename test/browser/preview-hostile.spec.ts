import { createServer, type Server } from 'node:http';
import { expect, type Page, test } from '@playwright/test';
import { hostileFiles } from '../preview-files/hostile-files';
import { Portal } from './portal';
import { bytesOf, nothingConnected, openFile, previewFrame, sandbox } from './preview-steps';

// S30: stored content that would run or call home if anything let it.

let portal: Portal;
let outside: { url: string; heard: string[]; server: Server };

test.beforeAll(async () => {
  portal = await Portal.start(nothingConnected);
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*');
    response.end('x');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  outside = { url: `http://127.0.0.1:${port}`, heard, server };
});
test.afterAll(async () => {
  outside?.server.close();
  await portal?.stop();
});

/** Everything that would show that a document ran or called home. */
function watch(page: Page) {
  const signs: string[] = [];
  page.on('dialog', async (dialog) => {
    signs.push(`dialog ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(portal.server.url))
      signs.push(`request ${request.url()}`);
  });
  page.on('popup', (popup) => signs.push(`window ${popup.url()}`));
  page.on('download', (download) => signs.push(`download ${download.url()}`));
  return {
    async signs(): Promise<string[]> {
      const marks = await Promise.all(
        page.frames().map((frame) => frame.evaluate(() => Object.hasOwn(window, 'xss')).catch(() => false)),
      );
      return [...signs, ...marks.filter(Boolean).map(() => 'script ran'), ...outside.heard.splice(0)];
    },
  };
}

test('the detectors of this test see a script, a request and a dialog (control)', async ({ page }) => {
  const watched = watch(page);
  await page.setContent(
    `<script>window.xss = 1; alert('here')</script><img src="${outside.url}/control.png"><img src=x onerror="fetch('${outside.url}/script')">`,
  );
  await expect.poll(() => outside.heard.length).toBeGreaterThan(1);
  const signs = await watched.signs();
  expect(signs).toEqual(expect.arrayContaining(['dialog here', 'script ran', '/control.png', '/script']));
});

const files = hostileFiles('http://outside.invalid');
for (const { name, rule, clicks } of files) {
  test(`${name}: ${rule}`, async ({ page }) => {
    const file = hostileFiles(outside.url).find((each) => each.name === name);
    if (!file) throw new Error(name);
    await portal.signIn(page);
    const watched = watch(page);
    const id = await openFile(page, portal, name, file.bytes);
    const frame = previewFrame(page);
    const card = frame.getByRole('alert');
    const shown = frame.getByRole('toolbar');
    await expect(card.or(shown)).toBeVisible();
    if (file.isShown) await expect(shown).toBeVisible();
    else await expect(card.getByRole('link', { name: 'Download' })).toBeVisible();
    for (const text of clicks ?? []) {
      // No way out: neither with a click, nor with the middle button, nor from the keyboard.
      const target = sandbox(page).getByText(text, { exact: true }).first();
      await target.click({ force: true });
      await target.click({ button: 'middle', force: true });
      await page.keyboard.press('Enter');
    }
    // One more turn through the page: whatever the document began has had its chance.
    await frame.locator('body').evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect(await watched.signs()).toEqual([]);
    expect(await bytesOf(page, portal, id)).toEqual(file.bytes);
    await expect(frame.getByRole('button', { name: 'Close', exact: true })).toBeEnabled();
  });
}

test('a sandbox has no origin, no cookie, no storage and no way to the page around it', async ({ page }) => {
  await portal.signIn(page);
  const file = hostileFiles(outside.url).find(({ name }) => name === 'links.docx');
  if (!file) throw new Error('links.docx');
  await openFile(page, portal, 'Within.docx', file.bytes);
  await expect(previewFrame(page).getByRole('toolbar')).toBeVisible();
  const inside = page.frames().find((frame) => frame.url().includes('/built-in/sandbox/'));
  const attempt = (script: string) =>
    inside?.evaluate((text) => {
      // What a document that took over the renderer would try.
      try {
        return String(new Function(text)());
      } catch (error) {
        return error instanceof Error ? error.name : 'refused';
      }
    }, script);
  expect(await inside?.evaluate(() => self.origin)).toBe('null');
  for (const reach of ['document.cookie', 'localStorage', 'parent.document', 'top.location.href']) {
    const answer = await inside?.evaluate((wish) => {
      try {
        const parts = wish.split('.');
        let at: unknown = window;
        for (const part of parts) at = (at as Record<string, unknown>)[part];
        return String(at);
      } catch (error) {
        return error instanceof Error ? error.name : 'refused';
      }
    }, reach);
    expect(answer, reach).toBe('SecurityError');
  }
  expect(await attempt('return 1')).toBe('EvalError');
  expect(
    await inside?.evaluate(
      (url) => fetch(url).then(String, (error: Error) => error.name),
      `${portal.server.url}/api/health`,
    ),
  ).toBe('TypeError');
});
