import { expect } from '@playwright/test';
import { launched } from '@/playwright.config';
import { makePng } from '../../preview-files/make-png';
import { openFile, previewFrame, sandbox } from '../preview-steps';
import { test } from '../test';

test.use({
  // In a browser with windows a sandboxed frame has a process of its own and holds up nobody else.
  launchOptions: launched('--site-per-process', '--isolate-sandboxed-iframes'),
});

test('a renderer that hangs is taken away after half a minute, and the page goes on', async ({
  newWindow: page,
  portal,
  lena,
}) => {
  await portal.signIn(page.context(), lena);
  await openFile(page, portal, lena, 'Hang.png', makePng(20, 20, [0, 120, 0]));
  const frame = previewFrame(page);
  await expect(frame.getByRole('contentinfo')).toBeVisible();
  const inside = page.frames().find((each) => each.url().includes('/built-in/sandbox/'));
  if (!inside) throw new Error('no sandbox');
  // A script that never ends, without the heat: it stands still.
  const debug = await page.context().newCDPSession(inside);
  await debug.send('Debugger.enable');
  const paused = new Promise((resolve) => debug.once('Debugger.paused', resolve));
  await debug.send('Debugger.pause');
  inside.evaluate(() => undefined).catch(() => undefined);
  await paused;
  const card = frame.getByRole('alert');
  await expect(card.getByRole('heading', { name: 'This file takes too long' })).toBeVisible({ timeout: 60_000 });
  await expect(card.getByRole('link', { name: 'Download' })).toBeVisible();
  await expect(frame.locator('.preview-place iframe')).toHaveCount(0);
  await card.getByRole('button', { name: 'Try again' }).click();
  await expect(sandbox(page).getByRole('img', { name: 'Hang.png' })).toBeVisible();
});
