import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isSourceText,
  isText,
  previewExtensions,
  previewKind,
  previewKinds,
  textExtensions,
} from '@/lib/shared/built-in-types';
import { fileType, servedContentType } from '@/lib/shared/file-type';

test.each([
  // name, text, source, preview, kind
  ['Letter.txt', true, false, null, 'text'],
  ['Table.csv', true, false, null, 'sheet'],
  ['Notes.md', true, true, null, 'text'],
  ['NOTES.MD', true, true, null, 'text'],
  ['page.html', true, true, null, 'text'],
  ['data.json', true, true, null, 'text'],
  ['feed.xml', true, true, null, 'text'],
  ['program.py', true, true, null, 'text'],
  ['archive.tar.gz', false, false, null, 'other'],
  ['README', true, true, null, 'other'],
  ['.gitignore', true, true, null, 'other'],
  ['Letter.docx', false, false, 'docx', 'doc'],
  ['Scan.PDF', false, false, 'pdf', 'pdf'],
  ['Photo.jpeg', false, false, 'image', 'image'],
  ['photo.jfif', false, false, 'image', 'image'],
  ['photo.JPE', false, false, 'image', 'image'],
  ['photo.pjpeg', false, false, 'image', 'image'],
  ['photo.pjp', false, false, 'image', 'image'],
  ['moving.apng', false, false, 'image', 'image'],
  ['Drawing.svg', false, false, 'image', 'image'],
  ['Sheet.xlsx', false, false, null, 'sheet'],
  ['Film.mp4', false, false, null, 'other'],
  // names that every object of JavaScript knows
  ['a.constructor', false, false, null, 'other'],
  ['a.__proto__', false, false, null, 'other'],
  ['a.toString', false, false, null, 'other'],
] as const)('%s: text %s, source %s, preview %s, kind %s', (name, text, source, preview, kind) => {
  expect(isText(name)).toBe(text);
  expect(isSourceText(name)).toBe(source);
  expect(previewKind(name)).toBe(preview);
  expect(fileType(name).kind).toBe(kind);
});

test('what is source is text, and nothing is both text and preview', () => {
  for (const ext of textExtensions) expect([ext, previewKind(`a.${ext}`)]).toEqual([ext, null]);
  for (const ext of previewExtensions) {
    expect([ext, isText(`a.${ext}`)]).toEqual([ext, false]);
    expect(previewKinds).toContain(previewKind(`a.${ext}`));
  }
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => {
      if (isSourceText(name)) expect(isText(name)).toBe(true);
      expect(isText(name) && previewKind(name) !== null).toBe(false);
    }),
  );
});

test('no extension is there twice', () => {
  expect(new Set(textExtensions).size).toBe(textExtensions.length);
});

test('what a browser could run is served as plain bytes, though it is text to edit', () => {
  for (const name of ['a.html', 'a.xhtml', 'a.svg', 'a.xml', 'a.js', 'a.mjs', 'a.css', 'a.md', 'a.txt', 'README']) {
    expect([name, servedContentType(name)]).toEqual([name, 'application/octet-stream']);
  }
});

test('what the preview of pictures shows is a picture by its type too, and nothing else is', () => {
  for (const ext of previewExtensions) {
    const { kind, contentType } = fileType(`a.${ext}`);
    expect([ext, kind === 'image', contentType.startsWith('image/')]).toEqual([
      ext,
      previewKind(`a.${ext}`) === 'image',
      previewKind(`a.${ext}`) === 'image',
    ]);
  }
});

test.each(['jfif', 'jpe', 'pjpeg', 'pjp'])('a JPEG picture called .%s is served as one', (extension) => {
  expect(servedContentType(`photo.${extension}`)).toBe('image/jpeg');
});
