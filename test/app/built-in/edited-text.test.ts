import { ChangeSet } from '@codemirror/state';
import { describe, expect, test } from 'vitest';
import { readText } from '@/app/built-in/_encoding/read-text';
import { EditedText } from '@/app/built-in/_text/edited-text';
import { bytesOf, change, hexOf, samples } from './encoding/bytes';

/** あ, a ¬ as NEC wrote it, い: written anew it would be 81ca. */
const twice = bytesOf('82a0eef982a2');

async function open(bytes: Uint8Array, name = 'a.txt', choice: Parameters<typeof readText>[1]['choice'] = null) {
  const read = await readText(bytes, { name, choice });
  if (!read) throw new Error('not read');
  return new EditedText(read);
}

function hexWritten(edited: EditedText, text: string, other = false): string {
  const written = edited.written(text, other);
  if (!written.ok) throw new Error(`lacks ${written.lacks}`);
  return hexOf(written.bytes);
}

const japanese = { encoding: 'shift_jis', isConfirmed: true } as const;

describe('what the editor tells is followed', () => {
  test('edits far from each other leave the bytes between them', async () => {
    const edited = await open(twice, 'a.txt', japanese);
    edited.note(change('あ￢い', 0, 0, 'x'));
    edited.note(change('xあ￢い', 4, 4, 'y'));
    expect(hexWritten(edited, 'xあ￢いy')).toBe('7882a0eef982a279');
  });

  test('a change that belongs to no text that is known does no harm: all that differs is written anew', async () => {
    const edited = await open(twice, 'a.txt', japanese);
    edited.note(change('another text', 3, 3, 'x'));
    edited.note(ChangeSet.empty('something else'.length));
    expect(hexWritten(edited, 'あ￢いz')).toBe('82a0eef982a27a');
    expect(edited.hasChanges).toBe(true);
  });

  test('another text keeps what it has in common with the file', async () => {
    const edited = await open(twice, 'a.txt', japanese);
    edited.note(change('あ￢い', 0, 3, 'xyz'));
    expect(hexWritten(edited, 'あ￢z', true)).toBe('82a0eef97a');
    expect(hexOf(edited.writtenCopy('é', true))).toBe('c3a9');
  });
});

describe('nothing is sure before the person has said so', () => {
  test('a guess is confirmed once', async () => {
    const edited = await open(bytesOf(samples['zametka-1251.txt']?.bytes ?? ''));
    expect(edited.isSure).toBe(false);
    edited.confirm();
    expect([edited.isSure, edited.evidence]).toEqual([true, 'chosen']);
  });

  test('another encoding that is chosen is confirmed by that, and keeps what was typed', async () => {
    const { bytes, text, after } = samples['zametka-1251.txt'] ?? { bytes: '', text: '', after: '' };
    const edited = await open(bytesOf(bytes), 'a.txt', { encoding: 'koi8-r', isConfirmed: false });
    const shown = edited.source.text;
    edited.note(change(shown, shown.length, shown.length, 'ж'));
    expect(edited.readAs('windows-1251', `${shown}ж`)).toBe(`${text}ж`);
    expect([edited.isSure, hexWritten(edited, `${text}ж`)]).toEqual([true, after]);
  });
});

test('converted, all of it is written in UTF-8, with the line ends of the file', async () => {
  const edited = await open(bytesOf('82a00d0a'), 'a.txt', japanese);
  edited.note(change('あ\n', 2, 2, 'é\n'));
  expect(edited.written('あ\né\n')).toEqual({ ok: false, lacks: ['é'] });
  edited.convert();
  expect(edited.format).toEqual({ encoding: 'utf-8', hasMark: false, lineEnd: '\r\n' });
  expect(Buffer.from(hexWritten(edited, 'あ\né\n'), 'hex').toString()).toBe('あ\r\né\r\n');
});

describe('a draft keeps the encoding and what was changed', () => {
  test('and goes on with the bytes of the file', async () => {
    const before = await open(twice, 'a.txt', japanese);
    before.note(change('あ￢い', 0, 0, 'x'));
    before.note(change('xあ￢い', 4, 4, 'y'));
    const kept = structuredClone(before.forDraft());
    expect(kept.encoding).toEqual({ encoding: 'shift_jis', isConfirmed: true, isConverted: false });
    const after = await open(twice, 'a.txt', kept.encoding);
    after.takeDraft({ text: 'xあ￢いy', version: '1', keptAt: 0, ...kept });
    expect(hexWritten(after, 'xあ￢いy')).toBe('7882a0eef982a279');
  });

  test('and that it is to be converted', async () => {
    const before = await open(twice, 'a.txt', japanese);
    before.convert();
    const after = await open(twice, 'a.txt', before.forDraft().encoding);
    after.takeDraft({ text: 'あé', version: '1', keptAt: 0, ...before.forDraft() });
    expect(Buffer.from(hexWritten(after, 'あé'), 'hex').toString()).toBe('あé');
  });

  test.each([
    ['of an older page', undefined],
    ['that is spoilt', [[9, 9]]],
    ['of another text', [7, [0, 'x']]],
  ])('one %s goes on with its text', async (_, changes) => {
    const edited = await open(twice, 'a.txt', japanese);
    edited.takeDraft({ text: 'xあ￢い', version: '1', keptAt: 0, encoding: null, changes });
    expect(hexWritten(edited, 'xあ￢い')).toBe('7882a0eef982a2');
  });
});
