import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, Portal, watchConsole } from './portal';

let portal: Portal;
test.beforeAll(async () => {
  portal = await Portal.start();
});
test.afterAll(() => portal?.stop());

async function upload(page: Page, name: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
  await (await chooser).setFiles({
    name,
    mimeType: 'application/msword',
    buffer: Buffer.from('words of the nineties'),
  });
  await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
}

/** The list as it is once discovery is known: opening any document has fetched it. */
async function listWithConversions(page: Page, name: string): Promise<void> {
  await portal.signIn(page);
  await upload(page, name);
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page).toHaveURL(/\/view\//);
  await expect(page.frameLocator('iframe').getByLabel('Text of the document')).toBeVisible();
  await page.goto(`${portal.server.url}/documents`);
}

const sizes = { wide: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } };

for (const [size, viewport] of Object.entries(sizes)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${colorScheme}, ${size}`, () => {
      test.use({ colorScheme, viewport, reducedMotion: 'reduce' } as Parameters<typeof test.use>[0]);

      test('from the list through the conversion to the edit page of the new document; the original stays', async ({
        page,
      }) => {
        const complaints = watchConsole(page);
        const base = `Report ${colorScheme} ${size}`;
        const shot = (name: string) =>
          page.screenshot({ path: `test-results/looks/${name}-${colorScheme}-${size}.png` });
        await listWithConversions(page, `${base}.doc`);

        await page.getByRole('button', { name: `Actions for ${base}.doc` }).click();
        await expect(page.getByRole('menuitem', { name: 'Edit a copy as .docx' })).toBeVisible();
        await shot('conversion-menu');
        await expectAccessible(page);
        await page.getByRole('menuitem', { name: 'Edit a copy as .docx' }).click();

        await expect(page.getByText('The original stays as it is.')).toBeVisible();
        const open = page.frameLocator('iframe').getByRole('button', { name: 'Click here to open the converted file' });
        await expect(open).toBeVisible();
        expect(Number(portal.documentServer.lastForm.access_token_ttl)).toBeGreaterThan(Date.now());
        await shot('conversion-page');
        await expectAccessible(page);
        const original = page.url();
        await open.click();

        await expect(page).toHaveTitle(`${base}.docx — Lectern`);
        await expect(page).toHaveURL(/\/edit\//);
        expect(page.url()).not.toBe(original);
        const text = page.frameLocator('iframe').getByLabel('Text of the document');
        await expect(text).toHaveValue('words of the nineties');
        await expect(text).toBeEditable();

        // The page that converted is not in the history any more: Back makes no second copy.
        await page.goBack();
        await expect(page.getByRole('link', { name: `${base}.doc`, exact: true })).toBeVisible();
        await expect(page.getByRole('link', { name: `${base}.docx`, exact: true })).toBeVisible();
        await expect(page.getByRole('link', { name: `${base} (1).docx`, exact: true })).toBeHidden();
        expect(complaints).toEqual([]);
      });

      test('the page that only shows an old format offers the copy', async ({ page }) => {
        const base = `Memo ${colorScheme} ${size}`;
        await listWithConversions(page, `${base}.doc`);
        await page.getByRole('link', { name: `${base}.doc`, exact: true }).click();
        const offer = page.getByRole('link', { name: 'Edit a copy as .docx' });
        await expect(offer).toBeVisible();
        await expect(page.frameLocator('iframe').getByLabel('Text of the document')).not.toBeEditable();
        await page.screenshot({ path: `test-results/looks/conversion-offer-${colorScheme}-${size}.png` });
        await expectAccessible(page);
        await page.getByRole('button', { name: 'Hide this line' }).click();
        await expect(offer).toBeHidden();
        await page.reload();
        await offer.click();
        await expect(
          page.frameLocator('iframe').getByRole('button', { name: /open the converted file/ }),
        ).toBeVisible();
      });
    });
  }
}

test('the viewer’s own Edit button leads to the copy too, and Back to what was viewed', async ({ page }) => {
  await listWithConversions(page, 'Viewer.doc');
  await page.getByRole('link', { name: 'Viewer.doc', exact: true }).click();
  await page.frameLocator('iframe').getByRole('button', { name: 'Edit', exact: true }).click();
  await page
    .frameLocator('iframe')
    .getByRole('button', { name: /open the converted file/ })
    .click();
  await expect(page).toHaveTitle('Viewer.docx — Lectern');
  await page.goBack();
  await expect(page).toHaveTitle('Viewer.doc — Lectern');
  await expect(page).toHaveURL(/\/view\//);
});

test('where copies of a document are forbidden it is only viewed, and no copy is offered', async ({ page }) => {
  await listWithConversions(page, 'Secret.doc');
  await page.getByRole('button', { name: 'Actions for Secret.doc' }).click();
  await page.getByRole('menuitem', { name: 'Forbid Save Copy As' }).click();
  await expect(page.getByText('Nobody can save copies of “Secret.doc”')).toBeVisible();
  await page.getByRole('button', { name: 'Actions for Secret.doc' }).click();
  await expect(page.getByRole('menuitem', { name: 'Download' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Edit a copy as .docx' })).toBeHidden();
  await page.keyboard.press('Escape');
  const view = (await page.getByRole('link', { name: 'Secret.doc', exact: true }).getAttribute('href')) ?? '';
  await page.goto(new URL(view.replace('/view/', '/edit/'), portal.server.url).href);
  await expect(page.frameLocator('iframe').getByLabel('Text of the document')).not.toBeEditable();
  await expect(page.getByRole('link', { name: 'Edit a copy as .docx' })).toBeHidden();
});
