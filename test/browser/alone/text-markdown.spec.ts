import { expect, type Page } from '@playwright/test';
import type { Actor } from '@/lib/users/actor';
import { look } from '../look';
import { Outside } from '../outside';
import type { Portal } from '../portal';
import { test } from '../test';
import { editorFrame, expectEditorAccessible, saveState, textBox, typeAtEnd } from '../text-steps';
import { watchConsole } from '../watch-console';

let outside: Outside;
test.beforeAll(async () => {
  outside = await Outside.start();
});
test.afterAll(() => outside?.close());

const preview = (page: Page) => editorFrame(page).frameLocator('.markdown-preview');

const tooMuch = (page: Page) =>
  editorFrame(page).getByText('This Markdown is too large or too deeply nested to be shown.');

async function openMarkdown(page: Page, portal: Portal, lena: Actor, name: string, text: string): Promise<void> {
  await page.goto(`${portal.url}/edit/${await portal.document(lena, name, text)}`);
  const button = editorFrame(page).getByRole('button', { name: 'Preview', exact: true });
  if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
}

test('Markdown is shown beside its source as it is typed, in both themes and on a phone', async ({
  page,
  portal,
  lena,
}) => {
  const complaints = watchConsole(page);
  await openMarkdown(
    page,
    portal,
    lena,
    'Plan.md',
    '# Plan\n\n- [x] *first*\n- [ ] second\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
  );
  await expect(preview(page).getByRole('heading', { name: 'Plan' })).toBeVisible();
  await typeAtEnd(
    page,
    '\nA **bold** end with `code` and [a link](https://example.com).\n\n```js\nconst a = 1;\n```\n',
  );
  await expect(preview(page).locator('strong')).toHaveText('bold');
  await expect(saveState(page)).toHaveText('Saved');
  await look(page, 'markdown', { ask: expectEditorAccessible });
  expect(complaints).toEqual([]);
});

test('the marks of a list of tasks are drawn as marks: nothing in a preview is a field or a form', async ({
  page,
  portal,
  lena,
}) => {
  const fields =
    '<form action="/x"><input type="checkbox" checked><input name="a"><select><option>b</option></select></form>';
  await openMarkdown(
    page,
    portal,
    lena,
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
  await look(page, 'markdown-tasks', { ask: expectEditorAccessible });
});

test('S30: Markdown full of HTML runs no script, asks for nothing outside, and leads nowhere by itself', async ({
  page,
  portal,
  lena,
}) => {
  const seen: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => message.text().includes('XSS') && seen.push(message.text()));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== portal.url) seen.push(`request ${request.url()}`);
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
  await openMarkdown(page, portal, lena, 'Hostile.md', hostile);
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

test('a link of the Markdown opens in a tab of its own that knows nothing of this one', async ({
  page,
  context,
  portal,
  lena,
}) => {
  await openMarkdown(page, portal, lena, 'Links.md', `[outside](${outside.url}/page)\n`);
  const opening = context.waitForEvent('page');
  await preview(page).getByRole('link', { name: 'outside' }).click();
  const tab = await opening;
  await tab.waitForLoadState();
  expect(tab.url()).toBe(`${outside.url}/page`);
  expect(await tab.evaluate(() => window.opener)).toBeNull();
});

test('Markdown that takes too long to be drawn keeps nobody from writing, and what was drawn last stays', async ({
  page,
  portal,
  lena,
}) => {
  const complaints = watchConsole(page);
  await openMarkdown(page, portal, lena, 'Heavy.md', '# What was drawn\n');
  await expect(preview(page).getByRole('heading', { name: 'What was drawn' })).toBeVisible();
  await textBox(page).click();
  await page.keyboard.press('Control+End');
  // A minute of work for who looks for addresses of mails in it.
  await page.keyboard.insertText(`${'a.'.repeat(120_000)}@`);
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('still alive ');
  await expect(textBox(page)).toContainText('still alive');
  await expect(tooMuch(page)).toBeHidden();
  await expect(tooMuch(page)).toBeVisible({ timeout: 30_000 });
  await expect(preview(page).getByRole('heading', { name: 'What was drawn' })).toBeVisible();
  await page.keyboard.type('and well ');
  await expect(textBox(page)).toContainText('still alive and well');
  await look(page, 'markdown-too-much', { ask: expectEditorAccessible });

  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('# What is drawn now');
  await expect(preview(page).getByRole('heading', { name: 'What is drawn now' })).toBeVisible({ timeout: 30_000 });
  await expect(tooMuch(page)).toBeHidden();
  expect(complaints).toEqual([]);
});

test('Markdown that is nested too deep, or makes too many elements, is not drawn, and the page goes on', async ({
  page,
  portal,
  lena,
}) => {
  const neverClosed = Array.from({ length: 3_000 }, (_, n) => `<b id="${n}">`).join('');
  for (const [name, text] of [
    ['Lists.md', '1. '.repeat(20_000)],
    ['Quotations.md', '>'.repeat(5_000)],
    ['Many.md', '*a*\n\n'.repeat(100_000)],
    ['Never closed.md', `<div><p>${neverClosed}</p>${'<p>x</p>'.repeat(10_000)}`],
  ] as const) {
    await openMarkdown(page, portal, lena, name, text);
    await expect(tooMuch(page)).toBeVisible({ timeout: 30_000 });
    await textBox(page).click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('still alive');
    await expect(textBox(page)).toContainText('still alive');
    await expect(saveState(page)).toHaveText('Saved');
  }
});

test('an ordinary Markdown text of 300 kB is drawn to its end', async ({ page, portal, lena }) => {
  const part = '## Heading\n\nWords that are **bold** or [lead away](https://example.com).\n\n- one\n- two\n\n';
  const long = part.repeat(Math.ceil(300_000 / part.length));
  await openMarkdown(page, portal, lena, 'Long.md', `${long}the end\n`);
  await expect(preview(page).getByText('the end')).toBeVisible({ timeout: 30_000 });
  await expect(tooMuch(page)).toBeHidden();
});
