import { expect, type Page } from '@playwright/test';
import { hostileFiles } from '../../preview-files/hostile-files';
import { Outside } from '../outside';
import type { Portal } from '../portal';
import { openFile, previewFrame, sandbox } from '../preview-steps';
import { test } from '../test';

// S30: stored content that would run or call home if anything let it.

let outside: Outside;
test.beforeAll(async () => {
  outside = await Outside.start();
});
test.afterAll(() => outside?.close());

/** Everything that would show that a document ran or called home. */
function watch(page: Page, portal: Portal) {
  const signs: string[] = [];
  page.on('dialog', async (dialog) => {
    signs.push(`dialog ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(portal.url))
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

test('the detectors of this test see a script, a request and a dialog (control)', async ({ page, portal }) => {
  const watched = watch(page, portal);
  await page.setContent(
    `<script>window.xss = 1; alert('here')</script><img src="${outside.url}/control.png"><img src=x onerror="fetch('${outside.url}/script')">`,
  );
  await expect.poll(() => outside.heard.length).toBeGreaterThan(1);
  const signs = await watched.signs();
  expect(signs).toEqual(expect.arrayContaining(['dialog here', 'script ran', '/control.png', '/script']));
});

const files = hostileFiles('http://outside.invalid');
for (const { name, rule, clicks } of files) {
  test(`${name}: ${rule}`, async ({ page, portal, lena }) => {
    const file = hostileFiles(outside.url).find((each) => each.name === name);
    if (!file) throw new Error(name);
    const watched = watch(page, portal);
    const id = await openFile(page, portal, lena, name, file.bytes);
    const frame = previewFrame(page);
    const card = frame.getByRole('alert');
    const shown = frame.getByRole('contentinfo');
    await expect(card.or(shown)).toBeVisible();
    if (file.isShown) await expect(shown).toBeVisible();
    if (file.isShown === false) await expect(card.getByRole('link', { name: 'Download' })).toBeVisible();
    for (const text of clicks ?? []) {
      // No way out: neither with a click, nor with the middle button, nor from the keyboard.
      const target = sandbox(page).getByText(text, { exact: true }).first();
      await target.click({ force: true });
      await target.click({ button: 'middle', force: true });
      await page.keyboard.press('Enter');
    }
    await outside.settle(page);
    expect(await watched.signs()).toEqual([]);
    expect(await portal.content(lena, id)).toEqual(file.bytes);
    await expect(frame.getByRole('button', { name: 'Close', exact: true })).toBeEnabled();
  });
}

test('a sandbox has no origin, no cookie, no storage and no way to the page around it', async ({
  page,
  portal,
  lena,
}) => {
  const file = hostileFiles(outside.url).find(({ name }) => name === 'links.docx');
  if (!file) throw new Error('links.docx');
  await openFile(page, portal, lena, 'Within.docx', file.bytes);
  await expect(previewFrame(page).getByRole('contentinfo')).toBeVisible();
  const inside = page.frames().find((frame) => frame.url().includes('/built-in/sandbox/'));
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
  const opened: string[] = [];
  page.on('popup', (popup) => opened.push(popup.url()));
  const attempts = await inside?.evaluate(async (url) => {
    const script = document.createElement('script');
    script.textContent = 'window.xss = 1';
    document.body.append(script);
    const remote = document.createElement('script');
    remote.src = `${url}/remote.js`;
    const image = new Image();
    image.src = `${url}/image.png`;
    const frame = document.createElement('iframe');
    frame.src = `${url}/frame`;
    document.body.append(remote, frame);
    const asked = await fetch(`${url}/fetch`).then(String, (error: Error) => error.name);
    const opened = window.open(`${url}/window`);
    const worker = new Promise((resolve) => {
      const blob = new Blob([`fetch('${url}/worker').then(() => postMessage('asked'), () => postMessage('refused'))`]);
      try {
        const made = new Worker(URL.createObjectURL(blob));
        made.onmessage = ({ data }) => resolve(data);
        made.onerror = () => resolve('refused');
      } catch {
        resolve('refused');
      }
    });
    return [asked, String(opened), await worker];
  }, outside.url);
  expect(attempts).toEqual(['TypeError', 'null', 'refused']);
  // Its last way out: to go there itself. The page around it allows no frame from elsewhere.
  await inside?.evaluate((url) => window.location.assign(`${url}/gone`), outside.url);
  await expect.poll(() => page.frames().some((frame) => frame.url().includes('/built-in/sandbox/'))).toBe(false);
  expect(opened).toEqual([]);
  // The policy ends requests before they leave; the browser tells of some of them all the same.
  expect(outside.heard.splice(0)).toEqual([]);
  expect(await inside?.evaluate(() => Object.hasOwn(window, 'xss')).catch(() => false)).toBe(false);
});
