import { expect, type Page } from '@playwright/test';
import { link, makeDocx, pageBreak, paragraph, picture } from '../../preview-files/make-docx';
import { makePdf } from '../../preview-files/make-pdf';
import { makePng } from '../../preview-files/make-png';
import { expectAccessible } from '../expect-accessible';
import { look } from '../look';
import { openFile, previewFrame } from '../preview-steps';
import { test } from '../test';

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

/** The colour around the document, where it has a sandbox. */
async function groundOf(page: Page): Promise<string | null> {
  const inside = page.frames().find((each) => each.url().includes('/built-in/sandbox/'));
  return inside ? inside.evaluate(() => getComputedStyle(document.documentElement).backgroundColor) : null;
}

for (const { name, bytes } of files) {
  test(`${name} looks right and is accessible in both themes, wide and narrow, in every frame`, async ({
    page,
    portal,
    lena,
  }) => {
    await openFile(page, portal, lena, name, bytes);
    const frame = previewFrame(page);
    await expect(frame.getByRole('contentinfo').or(frame.locator('.card'))).toBeVisible();
    let light: string | null = null;
    const ask = async (_: Page, colorScheme: 'light' | 'dark') => {
      if (colorScheme === 'light') light = await groundOf(page);
      // The system turns dark while the document is open: what is around the paper follows.
      else if (light !== null) await expect.poll(() => groundOf(page)).not.toBe(light);
      for (const each of page.frames()) await expectAccessible(each, { iframes: false });
    };
    await look(page, `preview-${name.split(/[ .]/)[0]?.toLowerCase()}`, { ask });
  });
}

test('all of a preview is reached with the keyboard, and Escape does no harm', async ({ page, portal, lena }) => {
  await openFile(page, portal, lena, 'Keys.pdf', makePdf({ pages: ['One', 'Two'] }));
  const frame = previewFrame(page);
  await expect(frame.getByRole('contentinfo')).toBeVisible();
  await frame.getByRole('link', { name: 'Download' }).focus();
  const reached: string[] = [];
  for (let step = 0; step < 12; step++) {
    await page.keyboard.press('Tab');
    // None while the focus is in the frame of the document itself.
    const [name = null] = await frame
      .locator(':focus')
      .evaluateAll((all) =>
        all.map((each) => each.getAttribute('aria-label') ?? each.getAttribute('title') ?? each.textContent),
      );
    if (name !== null) reached.push(name);
    if (name === 'Actual size' || name === 'Fit width') break;
  }
  expect(reached).toEqual(expect.arrayContaining(['Close', 'Page', 'Next page', 'Smaller', 'Larger']));
  await page.keyboard.press('Escape');
  await expect(frame.getByRole('contentinfo')).toBeVisible();
});
