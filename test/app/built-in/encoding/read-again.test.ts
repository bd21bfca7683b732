import { Text } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodings } from '@/app/built-in/_encoding/encodings';
import { readAgain } from '@/app/built-in/_encoding/read-again';
import { SourceText } from '@/app/built-in/_encoding/source-text';
import { writeChanged } from '@/app/built-in/_encoding/write-text';
import { bytesOf, change, hexOf, samples } from './bytes';
import { edited, someBytes, someEdits } from './edits';

describe('read again in another encoding', () => {
  test('a text keeps what was typed, which is then written in that encoding', () => {
    const { bytes, after, text } = samples['zametka-1251.txt'] ?? { bytes: '', after: '', text: '' };
    const wrong = new SourceText(bytesOf(bytes), 'koi8-r');
    const end = wrong.text.length;
    const { source, changes } = readAgain(wrong, change(wrong.text, end, end, 'ж'), 'windows-1251');
    expect(changes.apply(Text.of(source.text.split('\n'))).toString()).toBe(`${text}ж`);
    const written = writeChanged(source, changes);
    expect(written.ok && hexOf(written.bytes)).toBe(after);
  });

  test('a change inside of a character takes all of it, and no two changes meet', () => {
    const source = new SourceText(bytesOf('82a082a282a4'), 'windows-1252');
    const both = change(source.text, 1, 2, 'x').compose(change(source.text, 3, 3, 'y'));
    const next = readAgain(source, both, 'shift_jis');
    expect(next.changes.apply(Text.of(['あいう'])).toString()).toBe('xyいう');
  });

  test('whatever was edited, nothing else is lost', () => {
    const pair = fc.tuple(fc.constantFrom(...encodings), fc.constantFrom(...encodings));
    fc.assert(
      fc.property(
        pair.chain(([one, other]) => fc.tuple(fc.constant(one), fc.constant(other), someBytes(one))),
        someEdits,
        ([one, other, bytes], edits) => {
          const source = new SourceText(bytes, one);
          const typed = edits.map((edit) => ({ ...edit, removed: 0 }));
          const next = readAgain(source, edited(source, typed).changes, other);
          const text = next.changes.apply(Text.of(next.source.text.split('\n'))).toString();
          const letters = typed.reduce((sum, { insert }) => sum + insert.length, 0);
          expect(text.length).toBe(next.source.text.length + letters);
        },
      ),
      { numRuns: 300 },
    );
  });
});
