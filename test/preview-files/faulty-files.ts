import { strToU8, zipSync } from 'fflate';
import { docxParts, makeDocx, paragraph } from './make-docx';
import { makePdf } from './make-pdf';
import { hugePng, makePng } from './make-png';

export type FaultyFile = { name: string; title: string; bytes: Buffer };

const wrongType = 'This is not what its name says';
const damaged = 'This file is damaged';
const tooLarge = 'This file is too large to be shown here';
const isProtected = 'This document has a password';

/** Files that are not what they should be, and the heading that each leads to. */
export function faultyFiles(): FaultyFile[] {
  const whole = makeDocx(paragraph('Whole'));
  const picture = makePng(200, 200, [200, 30, 30]);
  const book = makePdf({ pages: ['Whole'] });
  return [
    { name: 'Text.docx', title: wrongType, bytes: Buffer.from('Only a text with a name like this.') },
    { name: 'Sheet.docx', title: wrongType, bytes: sheet() },
    { name: 'Zip.docx', title: wrongType, bytes: Buffer.from(zipSync({ 'readme.txt': strToU8('no document') })) },
    { name: 'Old.docx', title: wrongType, bytes: ole('WordDocument') },
    { name: 'Secret.docx', title: isProtected, bytes: ole('EncryptedPackage') },
    { name: 'Empty.docx', title: 'This file is empty', bytes: Buffer.alloc(0) },
    { name: 'Cut.docx', title: damaged, bytes: whole.subarray(0, whole.length - 40) },
    { name: 'Broken.docx', title: damaged, bytes: brokenInside(whole) },
    { name: 'No XML.docx', title: damaged, bytes: withDocument('<w:document <<<') },
    { name: 'Deep.docx', title: damaged, bytes: withDocument(`<a>${'<b>'.repeat(60_000)}`) },
    late('Bomb.docx', tooLarge, zipBomb),
    late('Lying bomb.docx', tooLarge, lyingBomb),
    late('Many.docx', tooLarge, manyEntries),
    { name: 'Cut.pdf', title: damaged, bytes: book.subarray(0, 60) },
    {
      name: 'Garbage.pdf',
      title: damaged,
      bytes: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5_000, 0x41)]),
    },
    { name: 'Text.pdf', title: wrongType, bytes: Buffer.from('Only a text.') },
    { name: 'Cut.png', title: damaged, bytes: picture.subarray(0, picture.length - 30) },
    { name: 'Text.png', title: damaged, bytes: Buffer.from('Only a text.') },
    { name: 'Huge.png', title: tooLarge, bytes: hugePng(16_000, 16_000) },
    { name: 'Broken.svg', title: damaged, bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><g>') },
  ];
}

/** One that is work to make is made when it is asked for. */
function late(name: string, title: string, make: () => Buffer): FaultyFile {
  return {
    name,
    title,
    get bytes() {
      return make();
    },
  };
}

/** The beginning of an OLE container with a stream of this name. */
function ole(stream: string): Buffer {
  const bytes = Buffer.alloc(2048);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.write(stream, 1024, 'utf16le');
  return bytes;
}

function sheet(): Buffer {
  const parts = docxParts(paragraph('x'), {
    mainType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  });
  return Buffer.from(zipSync(parts));
}

function withDocument(xml: string): Buffer {
  return Buffer.from(zipSync({ ...docxParts(''), 'word/document.xml': strToU8(xml) }));
}

/** The packed bytes of the document are overwritten. */
function brokenInside(whole: Buffer): Buffer {
  const bytes = Buffer.from(whole);
  const at = bytes.indexOf('word/document.xml') + 'word/document.xml'.length;
  bytes.fill(0xff, at + 10, at + 60);
  return bytes;
}

/** 20 MB of spaces in twenty kilobytes. */
function zipBomb(): Buffer {
  const spaces = new Uint8Array(20 * 1024 * 1024).fill(0x20);
  return Buffer.from(zipSync({ ...docxParts(paragraph('x')), 'word/media/a.png': spaces }, { level: 9 }));
}

/** The same, but its directory says that it is one byte. */
function lyingBomb(): Buffer {
  const spaces = new Uint8Array(20 * 1024 * 1024).fill(0x20);
  const bytes = Buffer.from(zipSync({ ...docxParts(paragraph('x')), 'word/styles.xml': spaces }, { level: 9 }));
  const name = bytes.lastIndexOf('word/styles.xml');
  bytes.writeUInt32LE(1, name - 46 + 24);
  return bytes;
}

function manyEntries(): Buffer {
  const parts = docxParts(paragraph('x'));
  for (let index = 0; index < 5_000; index++) parts[`word/media/${index}.png`] = new Uint8Array(0);
  return Buffer.from(zipSync(parts));
}
