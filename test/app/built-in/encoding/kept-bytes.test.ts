import { ChangeSet } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodings } from '@/app/built-in/_encoding/encodings';
import { SourceText } from '@/app/built-in/_encoding/source-text';
import { writeChanged, writeWhole } from '@/app/built-in/_encoding/write-text';
import { bytesOf, change, hexOf } from './bytes';
import { cellsOf, edited, someBytes, someEdits } from './edits';

const stateless = encodings.filter((encoding) => encoding !== 'iso-2022-jp');

describe('what was not changed is written as the bytes that it was read from', () => {
  test.each([...encodings])('%s: without a change every file is the same', (encoding) => {
    fc.assert(
      fc.property(someBytes(encoding), (bytes) => {
        const source = new SourceText(bytes, encoding);
        expect(
          cellsOf(source)
            .map(({ text }) => text)
            .join(''),
        ).toBe(source.text);
        const written = writeChanged(source, ChangeSet.empty(source.text.length));
        expect(written.ok && hexOf(written.bytes)).toBe(hexOf(bytes));
      }),
    );
  });

  test.each(stateless)('%s: after any edits every character left has its own bytes, in their order', (encoding) => {
    fc.assert(
      fc.property(someBytes(encoding), someEdits, (bytes, edits) => {
        const source = new SourceText(bytes, encoding);
        const { cells, changes } = edited(source, edits);
        const typed = (text: string) => {
          const written = writeWhole(text, { ...source.format, hasMark: false });
          return written.ok ? hexOf(written.bytes) : '';
        };
        const expected = cells.map(({ text, bytes: own }) => own ?? typed(text)).join('');
        const mark = hexOf(bytes.subarray(0, source.start.cursor.at));
        const written = writeChanged(source, changes);
        expect(written.ok && hexOf(written.bytes)).toBe(mark + expected);
      }),
      { numRuns: 200 },
    );
  });

  test('iso-2022-jp: after any edits the text reads as it was edited, and every character left has its own bytes', () => {
    fc.assert(
      fc.property(someBytes('iso-2022-jp'), someEdits, (bytes, edits) => {
        const source = new SourceText(bytes, 'iso-2022-jp');
        fc.pre(source.markCount === 0);
        const { cells, changes } = edited(source, edits);
        const written = writeChanged(source, changes);
        if (!written.ok) throw new Error('something lacks');
        const again = new SourceText(written.bytes, 'iso-2022-jp');
        const asOne = (text: string) => text.replaceAll(/\r\n?/g, '\n');
        expect(asOne(again.text)).toBe(asOne(cells.map(({ text }) => text).join('')));
        if (again.format.lineEnd !== source.format.lineEnd) return;
        const now = cellsOf(again);
        for (const [at, { bytes: own }] of cells.entries()) if (own !== null) expect(now[at]?.bytes).toBe(own);
      }),
      { numRuns: 500 },
    );
  });

  test('what was removed and put back is not written anew', () => {
    // Both characters stand twice in Shift-JIS, and are written as 81ca and fbfc (WHATWG).
    const bytes = bytesOf('82a0eef982a2eee0');
    const source = new SourceText(bytes, 'shift_jis');
    expect(source.text).toBe('あ￢い髙');
    const removed = change(source.text, 0, 4, '');
    expect(writeChanged(source, removed.compose(change('', 0, 0, source.text)))).toEqual({ ok: true, bytes });
    const more = writeChanged(source, change(source.text, 4, 4, '￢髙'));
    expect(more.ok && hexOf(more.bytes)).toBe(`${hexOf(bytes)}81cafbfc`);
  });

  test('a change inside of a character writes that character anew, and no other', () => {
    const source = new SourceText(bytesOf('61f09f988062ff'), 'utf-8');
    const written = writeChanged(source, change(source.text, 2, 3, '\ude01'));
    expect(written.ok && hexOf(written.bytes)).toBe('61f09f988162ff');
  });
});
