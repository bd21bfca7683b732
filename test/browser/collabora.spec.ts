import { expect, type FrameLocator, type Page, test } from '@playwright/test';
import { expectAccessible, Portal, watchConsole } from './portal';
import { chooseVersion } from './version-steps';

let portal: Portal;
test.beforeAll(async () => {
  portal = await Portal.start({}, { dialect: 'collabora' });
});
test.afterAll(() => portal?.stop());

const editorOf = (page: Page): FrameLocator => page.frameLocator('iframe');

/** Signs in, uploads a text and opens it for editing. */
async function opened(page: Page, name: string): Promise<void> {
  await portal.signIn(page);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
  await (await chooser).setFiles({ name, mimeType: '', buffer: Buffer.from('first words') });
  await page.getByRole('link', { name, exact: true }).click();
  await expect(editorOf(page).getByLabel('Text of the document')).toBeEditable();
}

async function save(page: Page, text: string): Promise<void> {
  await editorOf(page).getByLabel('Text of the document').fill(text);
  await editorOf(page).getByRole('button', { name: 'Save', exact: true }).click();
  await expect(editorOf(page).getByRole('status')).toHaveText('Saved');
}

test('UI_SaveAs: the page asks for the name, the editor saves, and the page offers to open the copy', async ({
  page,
}) => {
  const complaints = watchConsole(page);
  await opened(page, 'Letter.odt');
  await editorOf(page).getByRole('button', { name: 'Save Copy As' }).click();
  const field = page.getByLabel('Name of the copy');
  await expect(field).toHaveValue('Letter');
  await page.screenshot({ path: 'test-results/looks/save-as-light-wide.png' });
  await expectAccessible(page);
  await field.fill('Letter to Zoë');
  await page.getByRole('button', { name: 'Save the copy' }).click();
  await expect(page.getByText('Copy saved: Letter to Zoë.odt')).toBeVisible();
  await expect(editorOf(page).locator('body')).toHaveAttribute(
    'data-received',
    /Blur_Focus.*Action_SaveAs.*Grab_Focus/,
  );
  expect(complaints).toEqual([]);
});

test('UI_SaveAs with a format proposes that extension', async ({ page }) => {
  await opened(page, 'Table.docx');
  await editorOf(page).getByRole('button', { name: 'Save as ODT' }).click();
  await expect(page.getByRole('dialog').getByText('.odt')).toBeVisible();
  await page.getByRole('button', { name: 'Save the copy' }).click();
  await expect(page.getByText('Copy saved: Table.odt')).toBeVisible();
});

test('a copy that the editor could not save is said to be not saved', async ({ page }) => {
  await opened(page, 'Refused.odt');
  await test.step('its owner forbids copies in another tab', async () => {
    const list = await page.context().newPage();
    await list.goto(`${portal.server.url}/documents`);
    await list.getByRole('button', { name: 'Actions for Refused.odt' }).click();
    await list.getByRole('menuitem', { name: 'Forbid Save Copy As' }).click();
    await expect(list.getByText('Nobody can save copies of “Refused.odt”')).toBeVisible();
    await list.close();
  });
  await editorOf(page).getByRole('button', { name: 'Save Copy As' }).click();
  await page.getByRole('button', { name: 'Save the copy' }).click();
  await expect(page.getByText('The copy was not saved').first()).toBeVisible();
});

test('UI_Share opens the panel of sharing', async ({ page }) => {
  await opened(page, 'Shared.odt');
  await editorOf(page).getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('heading', { name: 'Who has access' })).toBeVisible();
});

test('Session_Closed: the page says so, opens the document again or leads back to the list', async ({ page }) => {
  await opened(page, 'Ended.odt');
  await save(page, 'words before the end');
  await editorOf(page).getByRole('button', { name: 'End session' }).click();
  await expect(page.getByRole('heading', { name: 'The editor has ended this session' })).toBeVisible();
  await page.screenshot({ path: 'test-results/looks/session-closed-light-wide.png' });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Open again' }).click();
  await expect(editorOf(page).getByLabel('Text of the document')).toBeEditable();
  await expect(editorOf(page).getByLabel('Text of the document')).toHaveValue('words before the end');
  await editorOf(page).getByRole('button', { name: 'End session' }).click();
  await page.getByRole('button', { name: 'Back to my documents' }).click();
  await expect(page.getByRole('heading', { name: 'My documents' })).toBeVisible();
});

const sizes = { wide: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } };

for (const [size, viewport] of Object.entries(sizes)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${colorScheme}, ${size}`, () => {
      test.use({ colorScheme, viewport, reducedMotion: 'reduce' } as Parameters<typeof test.use>[0]);

      test('an earlier version is restored over the editor, which lets go of the document and opens it anew', async ({
        page,
      }) => {
        const complaints = watchConsole(page);
        await opened(page, `Versions ${colorScheme} ${size}.odt`);
        await save(page, 'second words');
        await editorOf(page).getByLabel('Text of the document').fill('words that were not saved yet');
        await editorOf(page).getByRole('button', { name: 'Versions' }).click();
        await expect(page.getByRole('radio', { name: /^Now.*Version 2/ })).toBeAttached();
        await chooseVersion(page, 1);
        await expect(page.getByRole('button', { name: /Restore/ })).toHaveCount(1);
        await page.screenshot({ path: `test-results/looks/restore-${colorScheme}-${size}.png` });
        await expectAccessible(page);
        await page.getByRole('button', { name: 'Restore this version' }).click();
        await expect(page.getByText('Version 1 is the current one again')).toBeVisible();
        await expect(page.getByRole('heading', { name: 'Versions', exact: true })).toBeHidden();
        const text = editorOf(page).getByLabel('Text of the document');
        await expect(text).toHaveValue('first words');
        await expect(text).toBeEditable();
        // What was not saved yet was saved when the editor let go, and can be brought back too.
        await editorOf(page).getByRole('button', { name: 'Versions' }).click();
        await chooseVersion(page, 3);
        await page.getByRole('button', { name: 'Restore this version' }).click();
        await expect(text).toHaveValue('words that were not saved yet');
        expect(complaints).toEqual([]);
      });
    });
  }
}
