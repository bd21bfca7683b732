import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { expectAccessible, type Portal } from './portal';
import { saveVersions } from './version-steps';

/** The frame of the built-in editor. */
export function editorFrame(page: Page): FrameLocator {
  return page.frameLocator('.editor-frame iframe');
}

/** The text in it. */
export function textBox(page: Page): Locator {
  return editorFrame(page).getByRole('textbox', { name: /^Text of / });
}

/** What stands in the editor: all of it while it is short. */
export async function textIn(page: Page): Promise<string> {
  // The frame goes from its empty page to the editor's: only what is there can be asked.
  await textBox(page).waitFor();
  return (await textBox(page).locator('.cm-line').allTextContents()).join('\n');
}

/** Whether everything has arrived, as the editor says it. */
export function saveState(page: Page): Locator {
  return editorFrame(page).locator('.save-state');
}

/** New → Text document. */
export async function newText(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New', exact: true }).first().click();
  await page.getByRole('menuitem', { name: 'Text', exact: true }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: 'Create and open' }).click();
  await expect(textBox(page)).toBeVisible();
}

/** Uploads bytes and opens them in the editor. @returns the document's id */
export async function openBytes(
  page: Page,
  portal: Portal,
  name: string,
  bytes: Uint8Array,
  mode: 'edit' | 'view' = 'edit',
): Promise<string> {
  const id = await saveVersions(page, portal, name, [bytes]);
  await page.goto(`${portal.server.url}/${mode}/${id}`);
  return id;
}

/** The document as the portal has it. */
export async function storedBytes(page: Page, portal: Portal, id: string): Promise<Buffer> {
  const answer = await page.request.get(`${portal.server.url}/api/documents/${id}/content`);
  expect(answer.status()).toBe(200);
  return answer.body();
}

/** Says that the words are right in the encoding that was guessed. */
export function confirmButton(page: Page): Locator {
  return editorFrame(page).getByRole('button', { name: 'The words are right' });
}

/** Types at the end of the text. */
export async function typeAtEnd(page: Page, text: string): Promise<void> {
  await textBox(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
}

/** Chooses an entry of the editor's own menu. */
export async function chooseInEditor(page: Page, entry: string): Promise<void> {
  const frame = editorFrame(page);
  await frame.getByRole('button', { name: 'More', exact: true }).click();
  await frame.getByRole('menuitem', { name: entry, exact: true }).click();
}

/** The editor's own; each notice has one too. */
export function closeButton(page: Page): Locator {
  return editorFrame(page).getByRole('banner').getByRole('button', { name: 'Close', exact: true });
}

export async function closeEditor(page: Page): Promise<void> {
  await closeButton(page).click();
  await expect(page.getByRole('heading', { level: 1, name: 'My documents' })).toBeVisible();
}

/** Fails with what axe finds in the editor's own frame. */
export async function expectEditorAccessible(page: Page): Promise<void> {
  const frame = page.frames().find((each) => each.url().includes('/built-in/text'));
  if (!frame) throw new Error('No editor is open.');
  await expectAccessible(frame);
}
