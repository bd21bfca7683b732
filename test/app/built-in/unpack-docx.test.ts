import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { CannotShow } from '@/app/built-in/_sandbox/cannot-show';
import { readZip } from '@/app/built-in/_sandbox/docx/read-zip';
import { docxLimits, unpackDocx } from '@/app/built-in/_sandbox/docx/unpack-docx';
import { writeZip } from '@/app/built-in/_sandbox/docx/write-zip';
import { faultyFiles } from '../../preview-files/faulty-files';
import { docxParts, makeDocx, paragraph } from '../../preview-files/make-docx';

const reasonOf = (bytes: Uint8Array) =>
  unpackDocx(bytes).then(
    () => 'unpacked',
    (error) => (error instanceof CannotShow ? error.reason : error),
  );
const packed = (more: Record<string, Uint8Array>) => zipSync({ ...docxParts(paragraph('x')), ...more });

test('a .docx unpacks to its XML and its pictures; macros, objects and foreign pages stay packed', async () => {
  const files = await unpackDocx(
    makeDocx(paragraph('Hello'), {
      more: {
        'word/media/image1.png': strToU8('picture'),
        'word/vbaProject.bin': strToU8('macro'),
        'word/embeddings/oleObject1.bin': strToU8('object'),
        'word/chunk.html': strToU8('<script>'),
        'word/chunk.mht': strToU8('page'),
      },
    }),
  );
  expect([...files.keys()].sort()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'word/_rels/document.xml.rels',
    'word/document.xml',
    'word/media/image1.png',
  ]);
  expect(new TextDecoder().decode(files.get('word/document.xml'))).toContain('Hello');
});

test('what is unpacked is written to an archive that other programs read', async () => {
  const files = await unpackDocx(makeDocx(paragraph('Grüße'), { more: { 'word/media/größe.png': strToU8('p') } }));
  const archive = new Uint8Array(await new Blob(writeZip(files)).arrayBuffer());
  const read = unzipSync(archive);
  expect(Object.keys(read).sort()).toEqual([...files.keys()].sort());
  for (const [name, content] of files) expect(Buffer.from(read[name] ?? []).equals(content)).toBe(true);
});

test('an archive with a comment behind its end is read', () => {
  const bytes = Buffer.concat([makeDocx(''), Buffer.from('comment')]);
  bytes.writeUInt16LE(7, bytes.length - 7 - 2);
  expect(readZip(bytes, 100).entries.map(({ name }) => name)).toContain('word/document.xml');
});

describe('what is not unpacked', () => {
  const reasons: Record<string, string> = {
    'This is not what its name says': 'wrong-type',
    'This file is damaged': 'damaged',
    'This file is too large to be shown here': 'too-large',
    'This document has a password': 'protected',
  };
  // XML that is wrong is found out when it is read.
  const files = faultyFiles().filter(({ name }) => /docx$/.test(name) && !/^(No XML|Deep|Empty)/.test(name));
  test.each(files)('$name: $title', async ({ title, bytes }) => {
    expect(await reasonOf(bytes)).toBe(reasons[title]);
  });

  test('an archive of more files than a document has', async () => {
    const more = Object.fromEntries(
      Array.from({ length: docxLimits.entries }, (_, index) => [`word/${index}.xml`, new Uint8Array(0)]),
    );
    expect(await reasonOf(packed(more))).toBe('too-large');
  });

  test('XML beyond the limit, though each file is within it', async () => {
    const third = () => strToU8(`<a>${'text '.repeat(docxLimits.xmlBytes / 15)}</a>`);
    const random = Uint8Array.from({ length: 400_000 }, (_, index) => (index * 7919) % 251);
    const more = { 'word/1.xml': third(), 'word/2.xml': third(), 'word/3.xml': third(), 'word/4.xml': third() };
    // Packed so that the ratio alone is no reason.
    const parts = Object.fromEntries(
      Object.entries(more).map(([name, text]) => [name, new Uint8Array(Buffer.concat([text, random]))]),
    );
    expect(await reasonOf(packed(parts))).toBe('too-large');
  });

  test('millions of elements', async () => {
    const xml = strToU8('<w:r/>'.repeat(docxLimits.xmlElements + 1));
    expect(await reasonOf(zipSync({ ...docxParts(''), 'word/document.xml': xml }, { level: 0 }))).toBe('too-large');
  });

  test.each(['utf8', 'utf16le'] as const)('a document type definition, in %s', async (encoding) => {
    const xml = Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', encoding);
    expect(await reasonOf(packed({ 'word/styles.xml': new Uint8Array(xml) }))).toBe('damaged');
  });

  test('one name twice, of which a reader might take the other', async () => {
    expect(await reasonOf(packed({ 'WORD/document.xml': strToU8('<a/>') }))).toBe('damaged');
  });

  test('a file that is packed in another way', async () => {
    const bytes = makeDocx(paragraph('x'));
    const entry = bytes.lastIndexOf('word/document.xml') - 46;
    bytes.writeUInt16LE(12, entry + 10);
    expect(await reasonOf(bytes)).toBe('damaged');
  });

  test('a file with a password of the archive', async () => {
    const bytes = makeDocx(paragraph('x'));
    const entry = bytes.lastIndexOf('word/document.xml') - 46;
    bytes.writeUInt16LE(bytes.readUInt16LE(entry + 8) | 1, entry + 8);
    expect(await reasonOf(bytes)).toBe('protected');
  });

  test('whatever byte is changed, the answer is a document or a reason, never another error', async () => {
    const whole = makeDocx(paragraph('Some text'));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), async (at, byte) => {
        const bytes = Buffer.from(whole);
        bytes[at] = byte;
        expect(['unpacked', 'damaged', 'wrong-type', 'too-large', 'protected']).toContain(await reasonOf(bytes));
      }),
      { numRuns: 300 },
    );
  });
});
