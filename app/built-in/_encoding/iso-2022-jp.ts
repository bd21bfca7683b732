import type { ByteWriter } from './byte-writer';
import type { Codec, Cursor } from './codec';
import { markOf } from './mark';
import { pairTable } from './pair-table';
import { upperByte } from './single-byte';

/** What switches a set of characters on, by the number of its state. The two of JIS X 0208 are read alike (WHATWG). */
const escapes: readonly string[] = ['\x1b(B', '\x1b(J', '\x1b(I', '\x1b$@', '\x1b$B'];
const ascii = 0;
const roman = 1;
const katakana = 2;
const jis78 = 3;
const jis83 = 4;

const escapeByte = 0x1b;
const firstKana = 0xff61;

/** ISO-2022-JP (RFC 1468), seven bits, as mail was written in Japan: escape sequences say what the bytes mean. */
export function iso2022JpCodec(): Codec {
  // EUC-JP has the same characters at the same places, in the upper half.
  const { pairs } = pairTable('euc-jp');
  let numbers: Map<string, number> | null = null;
  return {
    read(bytes, cursor) {
      pass(bytes, cursor);
      return readInSet(pairs, bytes, cursor);
    },
    pass,
    write(char, writer) {
      numbers ??= new Map(pairs.flatMap((each, pair) => (isJis(pair) && each !== '' ? [[each, pair - 0x8080]] : [])));
      return writeInSet(numbers, char, writer);
    },
    shift,
  };
}

const isJis = (pair: number) => pair >= 0xa1a1 && (pair & 0xff) >= 0xa1;

function pass(bytes: Uint8Array, cursor: Cursor): void {
  while (bytes[cursor.at] === escapeByte) {
    const sequence = String.fromCharCode(...bytes.subarray(cursor.at, cursor.at + 3));
    const state = escapes.indexOf(sequence);
    if (state === -1) return;
    cursor.at += 3;
    cursor.state = state;
  }
}

function readInSet(pairs: readonly string[], bytes: Uint8Array, cursor: Cursor): string {
  const byte = bytes[cursor.at];
  if (byte === undefined) return '';
  const isGraphic = byte > 0x20 && byte < 0x7f;
  if (isGraphic && cursor.state >= jis78) {
    const next = bytes[cursor.at + 1] ?? 0;
    const pair = next > 0x20 && next < 0x7f ? pairs[(byte + 0x80) * 256 + next + 0x80] : '';
    cursor.at += pair ? 2 : 1;
    return pair || markOf(byte);
  }
  cursor.at += 1;
  if (byte >= 0x80) return markOf(byte);
  if (isGraphic && cursor.state === katakana) {
    return byte < 0x60 ? String.fromCharCode(firstKana + byte - 0x21) : markOf(byte);
  }
  if (cursor.state === roman && byte === 0x5c) return '¥';
  return cursor.state === roman && byte === 0x7e ? '‾' : String.fromCharCode(byte);
}

function shift(writer: ByteWriter, state: number): void {
  if (writer.state === state) return;
  writer.push(...Array.from(escapes[state] ?? '', (char) => char.charCodeAt(0)));
  writer.state = state;
}

function writeInSet(numbers: ReadonlyMap<string, number>, char: string, writer: ByteWriter): boolean {
  const unit = char.charCodeAt(0);
  if (unit < 0x80) {
    const isRoman = writer.state === roman && unit !== 0x5c && unit !== 0x7e;
    if (!isRoman) shift(writer, ascii);
    writer.push(unit);
    return true;
  }
  // Half-width letters are no part of RFC 1468: they are written where they are switched on already.
  if (writer.state === katakana && unit >= firstKana && unit <= 0xff9f) {
    writer.push(unit - firstKana + 0x21);
    return true;
  }
  if (writer.state === roman && (char === '¥' || char === '‾')) {
    writer.push(char === '¥' ? 0x5c : 0x7e);
    return true;
  }
  const pair = numbers.get(char);
  const byte = upperByte(char);
  if (pair === undefined && byte === null) return false;
  if (pair === undefined) writer.push(byte ?? 0);
  else {
    if (writer.state < jis78) shift(writer, jis83);
    writer.push(pair >> 8, pair & 0xff);
  }
  return true;
}

/** Whether a text of seven bits switches to a Japanese set and back, as nothing else does. */
export function hasJapaneseEscapes(bytes: Uint8Array): boolean {
  const cursor: Cursor = { at: 0, state: ascii };
  for (let at = bytes.indexOf(escapeByte); at !== -1; at = bytes.indexOf(escapeByte, at + 1)) {
    cursor.at = at;
    pass(bytes, cursor);
    if (cursor.state !== ascii) return true;
  }
  return false;
}
