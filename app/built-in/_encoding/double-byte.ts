import { type Codec, type Cursor, stateless } from './codec';
import { markOf } from './mark';
import { type PairEncoding, type PairTable, pairTable } from './pair-table';
import { upperByte } from './single-byte';

/** A character of three or four bytes at a place, and how many there are; null where there is none. */
export type LongRead = (bytes: Uint8Array, at: number) => { char: string; length: number } | null;

/** The bytes of a character that has three or four. */
export type LongWrite = (char: string) => readonly number[] | null;

/** Characters that Big5 has twice, and is written with the second. */
const lastOfBig5 = new Set('═╞╡╪十卅');

/**
 * Pairs that are read but never written, for they have a twin, or only some programs know them (WHATWG, the encoders of
 * Shift_JIS and of Big5): what NEC took from IBM, and the additions of Hong Kong.
 */
function isReadOnly(encoding: PairEncoding, pair: number): boolean {
  const lead = pair >> 8;
  if (encoding === 'big5') return lead < 0xa1;
  return encoding === 'shift_jis' && (lead === 0xed || lead === 0xee);
}

function numbersOf(encoding: PairEncoding, { singles, pairs }: PairTable): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const [byte, char] of singles.entries()) if (char !== '') numbers.set(char, byte);
  for (const [pair, char] of pairs.entries()) {
    if (char === '' || isReadOnly(encoding, pair)) continue;
    if (!numbers.has(char) || (encoding === 'big5' && lastOfBig5.has(char))) numbers.set(char, pair);
  }
  return numbers;
}

/** An encoding with one or two bytes for most characters. */
export function doubleByteCodec(encoding: PairEncoding, longRead?: LongRead, longWrite?: LongWrite): Codec {
  const table = pairTable(encoding);
  let numbers: Map<string, number> | null = null;
  return stateless(
    (bytes, cursor) => readPair(table, bytes, cursor, longRead),
    (char, writer) => {
      numbers ??= numbersOf(encoding, table);
      const number = numbers.get(char) ?? upperByte(char);
      if (number === null) {
        const long = longWrite?.(char);
        if (long) writer.push(...long);
        return Boolean(long);
      }
      if (number > 0xff) writer.push(number >> 8, number & 0xff);
      else writer.push(number);
      return true;
    },
  );
}

function readPair({ singles, pairs }: PairTable, bytes: Uint8Array, cursor: Cursor, longRead?: LongRead): string {
  const lead = bytes[cursor.at];
  if (lead === undefined) return '';
  const single = singles[lead];
  if (single) {
    cursor.at += 1;
    return single;
  }
  const pair = pairs[lead * 256 + (bytes[cursor.at + 1] ?? 0)];
  if (pair) {
    cursor.at += 2;
    return pair;
  }
  const long = longRead?.(bytes, cursor.at);
  cursor.at += long?.length ?? 1;
  return long?.char ?? markOf(lead);
}
