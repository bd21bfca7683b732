import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

/** The stand-in's editor. */
export function editorOf(page: Page): FrameLocator {
  return page.frameLocator('iframe');
}

export function textOf(page: Page): Locator {
  return editorOf(page).getByLabel('Text of the document');
}

/** Waits until a document is open for editing and the page has handed the keyboard over: before, keys may go elsewhere. */
export async function expectOpen(page: Page): Promise<void> {
  await expect(textOf(page)).toBeEditable();
  await expect(page.getByText(/^Opening “/)).toBeHidden();
}

/**
 * Types in the stand-in's editor in place of what is there. By script: keys would go to the frame that the browser, in
 * another process, takes for the one with the focus.
 */
export async function typeText(page: Page, text: string): Promise<void> {
  await expectOpen(page);
  await write(textOf(page), text);
}

/** Answers the stand-in's question for a name. */
export async function answerInEditor(page: Page, name: string): Promise<void> {
  await write(editorOf(page).getByLabel('Name'), name);
  await editorOf(page).getByRole('button', { name: 'OK' }).click();
}

async function write(field: Locator, text: string): Promise<void> {
  await field.evaluate((element, value) => {
    if (!(element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement)) throw new Error('no field');
    element.value = value;
    element.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, text);
}

/** Types in place of what is there, and saves as Ctrl+S does. */
export async function saveText(page: Page, text: string): Promise<void> {
  await typeText(page, text);
  await editorOf(page).getByRole('button', { name: 'Save', exact: true }).click();
  await expect(editorOf(page).getByRole('status')).toHaveText('Saved');
}

/** Chooses a version in the panel. */
export async function chooseVersion(page: Page, number: number): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(`\\bVersion ${number}\\b`) }).check({ force: true });
}

/** Opens the panel from inside the editor. */
export async function openVersions(page: Page): Promise<void> {
  await editorOf(page).getByRole('button', { name: 'Versions' }).click();
  await expect(page.getByRole('radio').first()).toBeAttached();
}
