import { expect, type Page, test } from '@playwright/test';
import { Outside } from './outside';
import { nothingConnected, Portal, watchConsole } from './portal';
import { editorFrame, expectEditorAccessible, saveState, textBox, typeAtEnd } from './text-steps';
import { saveVersions } from './version-steps';

let portal: Portal;
let outside: Outside;
test.beforeAll(async () => {
  portal = await Portal.start(nothingConnected);
  outside = await Outside.start();
});
test.afterAll(async () => {
  await portal?.stop();
  outside?.close();
});

const preview = (page: Page) => editorFrame(page).frameLocator('.markdown-preview');

async function openMarkdown(page: Page, name: string, text: string): Promise<void> {
  await portal.signIn(page);
  const id = await saveVersions(page, portal, name, [text]);
  await page.goto(`${portal.server.url}/edit/${id}`);
  const button = editorFrame(page).getByRole('button', { name: 'Preview', exact: true });
  if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
}

test('Markdown is shown beside its source as it is typed, in both themes and on a phone', async ({ page }) => {
  const complaints = watchConsole(page);
  await openMarkdown(page, 'Plan.md', '# Plan\n\n- [x] *first*\n- [ ] second\n\n| a | b |\n|---|---|\n| 1 | 2 |\n');
  await expect(preview(page).getByRole('heading', { name: 'Plan' })).toBeVisible();
  await typeAtEnd(
    page,
    '\nA **bold** end with `code` and [a link](https://example.com).\n\n```js\nconst a = 1;\n```\n',
  );
  await expect(preview(page).locator('strong')).toHaveText('bold');
  await expect(saveState(page)).toHaveText('Saved');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `test-results/looks/markdown-${colorScheme}-wide.png` });
    await expectEditorAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.screenshot({ path: `test-results/looks/markdown-${colorScheme}-phone.png` });
    await expectEditorAccessible(page);
    await page.setViewportSize({ width: 1280, height: 720 });
  }
  expect(complaints).toEqual([]);
});

test('the marks of a list of tasks are drawn as marks: nothing in a preview is a field or a form', async ({ page }) => {
  const fields =
    '<form action="/x"><input type="checkbox" checked><input name="a"><select><option>b</option></select></form>';
  await openMarkdown(
    page,
    'Tasks.md',
    `- [x] first\n- [ ] second\n\n1. [x] third\n\n   with more\n\n${fields}\n\nthe end\n`,
  );
  await expect(preview(page).getByText('the end')).toBeVisible();
  const marks = preview(page).getByRole('listitem').getByRole('img');
  expect(await marks.evaluateAll((all) => all.map((each) => each.ariaLabel))).toEqual(['Done', 'To do', 'Done']);
  expect(await marks.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().width > 8))).toEqual([
    true,
    true,
    true,
  ]);
  await expect(preview(page).getByRole('listitem').first()).toHaveCSS('list-style-type', 'none');
  expect(await preview(page).locator('input, form, select, button, textarea').count()).toBe(0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `test-results/looks/markdown-tasks-${colorScheme}.png` });
    await expectEditorAccessible(page);
  }
});

test('S30: Markdown full of HTML runs no script, asks for nothing outside, and leads nowhere by itself', async ({
  page,
}) => {
  const seen: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => message.text().includes('XSS') && seen.push(message.text()));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== portal.server.url) seen.push(`request ${request.url()}`);
  });
  const away = outside.url;
  const hostile = [
    `<script>console.log('XSS')</script><script src="${away}/a.js"></script>`,
    `<img src="${away}/b.png" onerror="console.log('XSS')"> <img src=x onerror="console.log('XSS')">`,
    `![a picture](${away}/c.png) ![x](javascript:alert(1))`,
    `<svg onload="console.log('XSS')"><script>console.log('XSS')</script><image href="${away}/d.png"/></svg>`,
    `<iframe src="${away}/e"></iframe><iframe srcdoc="<script>console.log('XSS')</script>"></iframe>`,
    `<style>@import url(${away}/f.css); body { background: url(${away}/g.png) }</style>`,
    `<p style="background: url(${away}/h.png)" onclick="console.log('XSS')" id="location">styled</p>`,
    `<link rel="stylesheet" href="${away}/i.css"><base href="${away}/"><meta http-equiv="refresh" content="0;url=${away}/j">`,
    `<video src="${away}/k.mp4" poster="${away}/l.png" autoplay></video><object data="${away}/m"></object><embed src="${away}/n">`,
    `<form action="${away}/o"><input name="p" autofocus onfocus="console.log('XSS')"><button>Send</button></form>`,
    `<a href="javascript:console.log('XSS')">script link</a> <a href="data:text/html,<script>console.log('XSS')</script>">data link</a>`,
    `[reference][1] [relative](/settings) [mark](#top)\n\n[1]: javascript:console.log('XSS')`,
    `<details open ontoggle="console.log('XSS')"><summary>s</summary></details>`,
    `<noscript><p title="</noscript><img src=x onerror=console.log('XSS')>"></noscript>`,
    'the last line',
    // Its comment is never closed: a browser takes all that follows for a part of it.
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=console.log('XSS')&gt;">`,
  ].join('\n\n');
  await openMarkdown(page, 'Hostile.md', hostile);
  await expect(preview(page).getByText('the last line')).toBeVisible();
  await expect(preview(page).getByText('[a picture]')).toBeVisible();
  expect(
    await preview(page)
      .locator('script, iframe, object, embed, form, input, button, style:not(head *), link, base, video')
      .count(),
  ).toBe(0);
  for (const name of ['script link', 'data link', 'reference', 'relative']) {
    await preview(page).getByText(name, { exact: true }).click();
  }
  const address = page.url();
  await textBox(page).click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('still alive\n\n');
  await expect(preview(page).getByText('still alive')).toBeVisible();
  expect(page.url()).toBe(address);
  expect(page.context().pages().length).toBe(1);
  await outside.settle(page);
  expect(seen).toEqual([]);
  expect(outside.heard).toEqual([]);

  // The detectors work: what nothing holds back is seen.
  const control = await page.context().newPage();
  const found: string[] = [];
  control.on('console', (message) => found.push(message.text()));
  await control.setContent(hostile);
  await expect.poll(() => outside.heard.length).toBeGreaterThan(0);
  await expect.poll(() => found.some((line) => line.includes('XSS'))).toBe(true);
  await expect(textBox(page)).toBeVisible();
});

test('a link of the Markdown opens in a tab of its own that knows nothing of this one', async ({ page, context }) => {
  await openMarkdown(page, 'Links.md', `[outside](${outside.url}/page)\n`);
  const opening = context.waitForEvent('page');
  await preview(page).getByRole('link', { name: 'outside' }).click();
  const tab = await opening;
  await tab.waitForLoadState();
  expect(tab.url()).toBe(`${outside.url}/page`);
  expect(await tab.evaluate(() => window.opener)).toBeNull();
});
