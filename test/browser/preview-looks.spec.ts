import { expect, test } from '@playwright/test';
import { link, makeDocx, pageBreak, paragraph, picture } from '../preview-files/make-docx';
import { makePdf } from '../preview-files/make-pdf';
import { makePng } from '../preview-files/make-png';
import { look } from './list-steps';
import { expectAccessible, nothingConnected, Portal } from './portal';
import { openFile, previewFrame } from './preview-steps';

let portal: Portal;
test.beforeAll(async () => {
  portal = await Portal.start(nothingConnected);
});
test.afterAll(() => portal?.stop());

const lines = paragraph('The quick brown fox jumps over the lazy dog and goes on to do so for a while. '.repeat(6));
const files: { name: string; bytes: Buffer }[] = [
  {
    name: 'Letter to the committee.docx',
    bytes: makeDocx(
      paragraph('Dear committee,') + lines + picture('embed', 'r1') + link('r2', 'our pages') + pageBreak + lines,
      {
        relations: [
          { id: 'r1', type: 'image', target: 'media/a.png' },
          { id: 'r2', type: 'hyperlink', target: 'https://example.com/', external: true },
        ],
        more: { 'word/media/a.png': makePng(60, 40, [40, 90, 200]) },
      },
    ),
  },
  {
    name: 'Book.pdf',
    bytes: makePdf({
      pages: ['Chapter one', 'Chapter two', 'Chapter three'],
      annotations: [
        '<< /Type /Annot /Subtype /Link /Rect [72 700 250 760] /A << /S /URI /URI (https://example.com/) >> >>',
      ],
    }),
  },
  { name: 'Sea.png', bytes: makePng(1800, 900, [40, 90, 160]) },
  { name: 'Broken.docx', bytes: Buffer.from('something else') },
  { name: 'Locked.pdf', bytes: makePdf({ pages: ['Locked'], password: 'sesame' }) },
];

for (const { name, bytes } of files) {
  test(`${name} looks right and is accessible in both themes, wide and narrow, in every frame`, async ({ page }) => {
    await portal.shareSession(page);
    await openFile(page, portal, name, bytes);
    const frame = previewFrame(page);
    await expect(frame.getByRole('contentinfo').or(frame.locator('.card'))).toBeVisible();
    await look(page, `preview-${name.split(/[ .]/)[0]?.toLowerCase()}`);
    const grounds = new Set<string>();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const each of page.frames().slice(1)) await expectAccessible(each, { iframes: false });
      const inside = page.frames().find((each) => each.url().includes('/built-in/sandbox/'));
      const ground = () => inside?.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      // The system turns dark while the document is open: what is around the paper follows.
      if (inside) await expect.poll(async () => !grounds.has((await ground()) ?? '')).toBe(true);
      grounds.add((await ground()) ?? '');
    }
  });
}

test('all of a preview is reached with the keyboard, and Escape does no harm', async ({ page }) => {
  await portal.shareSession(page);
  await openFile(page, portal, 'Keys.pdf', makePdf({ pages: ['One', 'Two'] }));
  const frame = previewFrame(page);
  await expect(frame.getByRole('contentinfo')).toBeVisible();
  await frame.getByRole('link', { name: 'Download' }).focus();
  const reached: string[] = [];
  for (let step = 0; step < 12; step++) {
    await page.keyboard.press('Tab');
    const name = await frame
      .locator(':focus')
      .evaluate((element) => element.getAttribute('aria-label') ?? element.getAttribute('title') ?? element.textContent)
      .catch(() => null);
    if (name !== null) reached.push(name);
    if (name === 'Actual size' || name === 'Fit width') break;
  }
  expect(reached).toEqual(expect.arrayContaining(['Close', 'Page', 'Next page', 'Smaller', 'Larger']));
  await page.keyboard.press('Escape');
  await expect(frame.getByRole('contentinfo')).toBeVisible();
});
