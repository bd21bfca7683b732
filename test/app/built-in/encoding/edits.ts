import { ChangeSet } from '@codemirror/state';
import fc from 'fast-check';
import type { Cursor } from '@/app/built-in/_encoding/codec';
import { codecOf } from '@/app/built-in/_encoding/codec-of';
import type { Encoding } from '@/app/built-in/_encoding/encodings';
import type { SourceText } from '@/app/built-in/_encoding/source-text';
import { bytesOf, change, hexOf, lines } from './bytes';

/** Bytes as files have them: words of the encoding, line ends, and now and then what means nothing. */
export function someBytes(encoding: Encoding): fc.Arbitrary<Uint8Array> {
  const [, , hex = ''] = lines.find(([each]) => each === encoding) ?? [];
  const line = [...bytesOf(hex)];
  const piece = fc.oneof(
    { weight: 4, arbitrary: fc.constant(line) },
    { weight: 2, arbitrary: fc.constantFrom([0x0a], [0x0d, 0x0a], [0x0d], [0x61, 0x62]) },
    { weight: 2, arbitrary: fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 6 }) },
    { weight: 1, arbitrary: fc.constantFrom([0x1b, 0x24, 0x42], [0x1b, 0x28, 0x42], [0x1b, 0x28, 0x4a], [0x81, 0x30]) },
  );
  return fc.array(piece, { maxLength: 12 }).map((pieces) => Uint8Array.from(pieces.flat()));
}

export type Edit = { at: number; removed: number; insert: string };
export const someEdits: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({
    at: fc.nat(1000),
    removed: fc.oneof(fc.constant(0), fc.nat(5)),
    insert: fc.constantFrom('', 'x', 'new\n', 'ab'),
  }),
  { maxLength: 5 },
);

/** A character of the text as it is now. `bytes`: what it was read from; null for one that was typed. */
export type Cell = { text: string; bytes: string | null };

/** The characters one by one: slow, and by no way that the writer goes. */
export function cellsOf(source: SourceText): Cell[] {
  const cells: Cell[] = [];
  const codec = codecOf(source.encoding);
  const cursor: Cursor = { ...source.start.cursor };
  for (;;) {
    const behind = { ...cursor };
    codec.pass(source.bytes, behind);
    let text = codec.read(source.bytes, cursor);
    if (text === '') return cells;
    if (text === '\r' && source.format.lineEnd === '\r\n') text = codec.read(source.bytes, cursor);
    if (text === '\r' && source.format.lineEnd === '\r') text = '\n';
    cells.push({ text, bytes: hexOf(source.bytes.subarray(behind.at, cursor.at)) });
  }
}

/** Makes one edit after the other, as typing does, in the characters and as changes of the text. */
export function edited(source: SourceText, edits: readonly Edit[]): { cells: Cell[]; changes: ChangeSet } {
  const cells = cellsOf(source);
  const lengthOf = (some: readonly Cell[]) => some.reduce((length, { text }) => length + text.length, 0);
  let changes = ChangeSet.empty(source.text.length);
  for (const { at, removed, insert } of edits) {
    const first = at % (cells.length + 1);
    const from = lengthOf(cells.slice(0, first));
    const to = from + lengthOf(cells.slice(first, first + removed));
    changes = changes.compose(change(cells.map(({ text }) => text).join(''), from, to, insert));
    cells.splice(first, removed, ...Array.from(insert, (text) => ({ text, bytes: null })));
  }
  return { cells, changes };
}
