import { expect, type Page } from '@playwright/test';
import { password } from './portal';

/** Fills in the form of the sign-in page that is shown. */
export async function fillSignIn(page: Page, person: { email: string }, typed = password): Promise<void> {
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByLabel('Password').fill(typed);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Signs in by the page of a portal. */
export async function signIn(page: Page, url: string, person: { email: string }, typed = password): Promise<void> {
  await page.goto(url);
  await fillSignIn(page, person, typed);
  await expect(page.getByRole('heading', { name: 'My documents' })).toBeVisible();
}
