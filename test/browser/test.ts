import { test as base, type Page, type TestInfo } from '@playwright/test';
import type { Actor } from '@/lib/users/actor';
import { type Beside, Portal } from './portal';
import { usualLook, WarmWindow } from './warm-window';

type Worker = {
  /** what is beside the portal, and the name of its host; for each pair there is a portal of its own in each worker */
  beside: Beside;
  host: string;
  portal: Portal;
  windows: { mine: WarmWindow; theirs: WarmWindow };
};
type Test = {
  /** whose test it is: nobody else knows them */
  lena: Actor;
  /** the window of somebody else, signed in */
  elsewhere: (person: Actor, userAgent?: string) => Promise<Page>;
  /** a window that is really new, in which nobody is signed in: for clocks, locales and what cannot be taken back */
  newWindow: Page;
};

/** A test of a portal with a person of its own, who is signed in in `page`. */
export const test = base.extend<Test, Worker>({
  viewport: usualLook.viewport,
  beside: ['onlyoffice', { option: true, scope: 'worker' }],
  host: ['localhost', { option: true, scope: 'worker' }],
  portal: [
    async ({ beside, host }, use) => {
      const portal = await Portal.start(beside, host);
      await use(portal);
      await portal.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  windows: [
    async ({ browser }, use) => use({ mine: new WarmWindow(browser), theirs: new WarmWindow(browser) }),
    { scope: 'worker' },
  ],
  lena: async ({ portal }, use) => use(await portal.person('Lena Berg')),
  page: async ({ portal, windows: { mine }, lena }, use, testInfo) => {
    const page = await mine.page();
    await portal.signIn(page.context(), lena);
    await use(page);
    if (goesOn(testInfo)) await mine.clear(`${portal.url}/api/health`);
  },
  context: async ({ page }, use) => use(page.context()),
  elsewhere: async ({ portal, windows: { theirs } }, use, testInfo) => {
    await use(async (person, userAgent) => {
      const page = await theirs.page();
      await portal.signIn(page.context(), person, userAgent);
      return page;
    });
    if (goesOn(testInfo)) await theirs.clear(`${portal.url}/api/health`);
  },
  newWindow: async ({ browser }, use) => {
    const context = await browser.newContext();
    await use(await context.newPage());
    await context.close();
  },
});

/** A worker in which a test failed ends with it, and its windows show what was wrong. */
function goesOn({ status, expectedStatus }: TestInfo): boolean {
  return status === expectedStatus;
}
