import { doubleByteCodec, type LongRead, type LongWrite } from './double-byte';
import { readEach } from './pair-table';

/** Four bytes: a lead, a digit, a lead, a digit; counted from 0x81 0x30 0x81 0x30. */
const lead = 0x81;
const digit = 0x30;
/** How many of them stand for characters below U+10000, and the first of those above. */
const low = 39_420;
const high = 189_000;

/** The number of four bytes; null where they are none. */
function indexOf([one = 0, two = 0, three = 0, four = 0]: Uint8Array): number | null {
  const areLeads = one >= lead && one < 0xff && three >= lead && three < 0xff;
  if (!areLeads || two < digit || two > 0x39 || four < digit || four > 0x39) return null;
  return (((one - lead) * 10 + two - digit) * 126 + three - lead) * 10 + four - digit;
}

function bytesOf(index: number): [number, number, number, number] {
  const pair = Math.floor(index / 10);
  const row = Math.floor(pair / 126);
  return [lead + Math.floor(row / 10), digit + (row % 10), lead + (pair % 126), digit + (index % 10)];
}

function lowTable(): string[] {
  const sequences = new Uint8Array(low * 5);
  for (let index = 0; index < low; index += 1) sequences.set([...bytesOf(index), 0x0a], index * 5);
  return readEach('gb18030', sequences);
}

/** GB18030: GBK in pairs, everything else of Unicode in fours. */
export function gb18030Codec() {
  let chars: string[] | null = null;
  let indexes: Map<string, number> | null = null;
  const read: LongRead = (bytes, at) => {
    const index = indexOf(bytes.subarray(at, at + 4));
    if (index === null) return null;
    if (index >= high) {
      const point = index - high + 0x10000;
      return point > 0x10ffff ? null : { char: String.fromCodePoint(point), length: 4 };
    }
    chars ??= lowTable();
    const char = chars[index];
    return char ? { char, length: 4 } : null;
  };
  const write: LongWrite = (char) => {
    const point = char.codePointAt(0) ?? 0;
    if (point > 0xffff) return bytesOf(point - 0x10000 + high);
    chars ??= lowTable();
    indexes ??= new Map(chars.map((each, index) => [each, index]));
    const index = indexes.get(char);
    return index === undefined ? null : bytesOf(index);
  };
  return doubleByteCodec('gb18030', read, write);
}

/** Whether a text has characters of four bytes, which GBK lacks. */
export function hasFourBytes(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(digit); at !== -1 && at < bytes.length; at += 1) {
    if (at > 0 && indexOf(bytes.subarray(at - 1, at + 3)) !== null) return true;
  }
  return false;
}
