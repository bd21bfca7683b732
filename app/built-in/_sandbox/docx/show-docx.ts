import { parseAsync, renderDocument } from 'docx-preview';
import { CannotShow } from '@/app/built-in/_sandbox/cannot-show';
import { tidyDocument } from './tidy-document';
import { unpackDocx } from './unpack-docx';
import { writeZip } from './write-zip';

/** As the document would be printed: what was inserted is there, what was deleted is not; comments stand at their mark. */
const options = {
  className: 'docx',
  inWrapper: false,
  ignoreLastRenderedPageBreak: false,
  renderComments: true,
  renderChanges: false,
  // A foreign page (HTML, RTF) inside of the document: it would be a document of its own in a frame.
  renderAltChunks: false,
};

/**
 * Draws a .docx into `place`. docx-preview gets an archive of our own making with nothing in it that was not counted
 * and checked.
 * @throws CannotShow
 */
export async function showDocx(bytes: ArrayBuffer, place: HTMLElement, words: { comment: string }): Promise<void> {
  const files = await unpackDocx(new Uint8Array(bytes));
  const drawn = document.createDocumentFragment();
  try {
    const parsed = await parseAsync(new Blob(writeZip(files)), options);
    drawn.append(...(await renderDocument(parsed, options)));
  } catch {
    throw new CannotShow('damaged');
  }
  if (!drawn.querySelector('section')) throw new CannotShow('damaged');
  tidyDocument(drawn, words);
  place.replaceChildren(drawn);
}
