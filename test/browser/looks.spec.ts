import { expect, type Page, test } from '@playwright/test';
import { WopiClient } from '../wopi-client/wopi-client';
import { admin, expectAccessible, Portal, watchConsole } from './portal';

const names = [
  'Annual report 2026.docx',
  'Budget.xlsx',
  'Board meeting.pptx',
  'Meeting notes.md',
  'Auditor’s letter.pdf',
  'Cover.png',
];

let portal: Portal;
let editable = '';
test.beforeAll(async ({ browser }) => {
  portal = await Portal.start();
  const page = await browser.newPage();
  await portal.signInAnew(page);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
  await (await chooser).setFiles(
    names.map((name, n) => ({ name, mimeType: '', buffer: Buffer.alloc(1200 * (n + 1) ** 3, 'x') })),
  );
  await expect(page.getByRole('link', { name: names.at(-1) ?? '', exact: true })).toBeVisible();
  editable =
    (await page.getByRole('link', { name: 'Annual report 2026.docx', exact: true }).getAttribute('href')) ?? '';
  await refusedSave(
    new URL(
      (await page.getByRole('link', { name: 'Board meeting.pptx' }).getAttribute('href')) ?? '',
      portal.server.url,
    ),
  );
  await page.close();
});
test.afterAll(() => portal?.stop());

/** Somebody edits the presentation, and another save of it had to be refused. */
async function refusedSave(url: URL): Promise<void> {
  const documentId = url.pathname.split('/').at(-1) ?? '';
  const token = (await portal.run('wopi-token', documentId, '--user', admin.email)) as {
    WOPISrc: string;
    access_token: string;
  };
  const client = new WopiClient({
    wopiSrc: token.WOPISrc,
    accessToken: token.access_token,
    signer: portal.documentServer.signer,
  });
  expect((await client.lock('of another editor')).status).toBe(200);
  expect((await client.putFile('words that were refused', 'mine', { modified: true })).status).toBe(409);
}

const sizes = { wide: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } };

async function look(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `test-results/looks/${name}.png` });
  await expectAccessible(page);
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [size, viewport] of Object.entries(sizes)) {
    test.describe(`${colorScheme}, ${size}`, () => {
      test.use({ colorScheme, viewport, reducedMotion: 'reduce' } as Parameters<typeof test.use>[0]);

      test('axe finds nothing on sign-in, list, settings and editor page; nothing overflows; the policy is kept', async ({
        page,
      }) => {
        const complaints = watchConsole(page);
        await page.goto(`${portal.server.url}/signin`);
        await look(page, `sign-in-${colorScheme}-${size}`);
        await portal.signInAnew(page);
        await expect(page.getByText('A save could not be stored')).toBeVisible();
        await look(page, `list-${colorScheme}-${size}`);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
        await page.getByRole('button', { name: 'Actions for Budget.xlsx' }).click();
        await expect(page.getByRole('menuitem', { name: 'Rename…' })).toBeVisible();
        await look(page, `menu-${colorScheme}-${size}`);
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'New' }).last().click();
        await page.getByRole('menuitem', { name: 'Document' }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
        await look(page, `new-${colorScheme}-${size}`);
        await page.goto(`${portal.server.url}/settings`);
        await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
        await look(page, `settings-${colorScheme}-${size}`);
        await page.goto(new URL(editable, portal.server.url).href);
        await expect(page.frameLocator('iframe').getByLabel('Text of the document')).toBeEditable();
        await look(page, `editor-${colorScheme}-${size}`);
        await page.goto(`${portal.server.url}/edit/0000000000000000000000000x`);
        await look(page, `not-found-${colorScheme}-${size}`);
        expect(complaints).toEqual([]);
      });
    });
  }
}

test('a refused save is offered for download, whole', async ({ page }) => {
  await portal.signInAnew(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /^Download (it|the text)/ }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('Board meeting (recovered).pptx');
  expect((await (await file.createReadStream()).toArray()).join('')).toBe('words that were refused');
});

test('an editor that does not answer within 15 seconds leads to a page that says what to do', async ({ page }) => {
  await portal.signInAnew(page);
  portal.documentServer.faults.editor = 'silent';
  await page.goto(new URL(editable, portal.server.url).href);
  await expect(page.getByText('The editor did not answer. Try again, or download the document.')).toBeVisible({
    timeout: 25_000,
  });
  await look(page, 'late-light-wide');
  portal.documentServer.faults.editor = 'ok';
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.frameLocator('iframe').getByLabel('Text of the document')).toBeEditable();
});

test('the browser’s Back leaves the editor in one step', async ({ page }) => {
  await portal.signInAnew(page);
  await page.getByRole('link', { name: 'Annual report 2026.docx', exact: true }).click();
  await expect(page.frameLocator('iframe').getByLabel('Text of the document')).toBeEditable();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'My documents' })).toBeVisible();
});

test('panels over the frame take the keyboard from the editor and give it back', async ({ page }) => {
  await portal.signInAnew(page);
  await page.getByRole('link', { name: 'Annual report 2026.docx', exact: true }).click();
  const editor = page.frameLocator('iframe');
  for (const [button, title] of [
    ['Versions', 'Versions'],
    ['Share', 'Who has access'],
  ] as const) {
    await editor.getByRole('button', { name: button }).click();
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await expect(
      page.getByText(button === 'Versions' ? 'Now' : '(You)', { exact: button === 'Versions' }),
    ).toBeVisible();
    await look(page, `${button.toLowerCase()}-light-wide`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { name: title })).toBeHidden();
  }
  await expect(editor.locator('body')).toHaveAttribute(
    'data-received',
    /Host_PostmessageReady.*Blur_Focus.*Grab_Focus.*Blur_Focus.*Grab_Focus/,
  );
});
