import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import type { Actor } from '@/lib/users/actor';
import { expectAccessible } from './expect-accessible';
import type { Portal } from './portal';

/** The frame of the built-in editor. */
export function editorFrame(page: Page): FrameLocator {
  return page.frameLocator('.editor-frame iframe');
}

/** The text in it. */
export function textBox(page: Page): Locator {
  return editorFrame(page).getByRole('textbox', { name: /^Text of / });
}

/** What stands in the editor: all of it while it is short. */
export async function expectText(page: Page, text: string): Promise<void> {
  await expect(textBox(page).locator('.cm-line')).toHaveText(text.split('\n'));
}

/** Whether everything has arrived, as the editor says it. */
export function saveState(page: Page): Locator {
  return editorFrame(page).locator('.save-state');
}

/** What the browser keeps of texts that have not arrived, as it would find them after a crash. */
export function keptTexts(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('lectern-drafts');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction('drafts').objectStore('drafts').getAll();
          all.onsuccess = () => resolve(all.result.map(({ text }: { text?: string }) => text ?? ''));
          all.onerror = () => reject(all.error);
        };
      }),
  );
}

/** New → Text document. */
export async function newText(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New', exact: true }).first().click();
  await page.getByRole('menuitem', { name: 'Text', exact: true }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: 'Create and open' }).click();
  await expect(textBox(page)).toBeVisible();
}

/** Opens bytes as a document of their owner. @returns its id */
export async function openBytes(
  page: Page,
  portal: Portal,
  owner: Actor,
  name: string,
  bytes: Uint8Array,
  mode: 'edit' | 'view' = 'edit',
): Promise<string> {
  const id = await portal.document(owner, name, bytes);
  await page.goto(`${portal.url}/${mode}/${id}`);
  return id;
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
