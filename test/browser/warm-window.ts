import type { Browser, Page } from '@playwright/test';

export type Look = { colorScheme: 'light' | 'dark'; viewport: { width: number; height: number } };

/** What a window of these tests is like unless a test says otherwise. */
export const usualLook: Look = { colorScheme: 'light', viewport: { width: 1280, height: 800 } };

/**
 * A window that one test after the other gets as if it were new. A new one starts processes, and fetches and compiles
 * all scripts again: more work than most tests themselves.
 */
export class WarmWindow {
  #page: Page | null = null;

  constructor(private readonly browser: Browser) {}

  async page(): Promise<Page> {
    if (!this.#page || this.#page.isClosed()) {
      await this.#page?.context().close();
      this.#page = await (await this.browser.newContext()).newPage();
    }
    return this.#page;
  }

  /** Leaves whatever a test has opened, and everything that it has left in the browser. */
  async clear(home: string): Promise<void> {
    const page = this.#page;
    if (!page || page.isClosed()) return;
    const context = page.context();
    for (const each of context.pages()) if (each !== page) await each.close();
    page.removeAllListeners();
    context.removeAllListeners();
    await context.unrouteAll({ behavior: 'ignoreErrors' });
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    // A page of the same site that does nothing: the window keeps its process, with all that is compiled there.
    await page.goto(home);
    await page.evaluate(async () => {
      localStorage.clear();
      sessionStorage.clear();
      for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
    });
    await context.clearCookies();
    await page.emulateMedia({ colorScheme: usualLook.colorScheme, reducedMotion: null, media: null });
    await page.setViewportSize(usualLook.viewport);
    await page.mouse.move(0, 0);
  }
}
