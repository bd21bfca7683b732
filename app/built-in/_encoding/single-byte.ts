import { type Codec, stateless } from './codec';
import { markedByte, markOf } from './mark';

const ascii = Array.from({ length: 0x80 }, (_, byte) => String.fromCharCode(byte));

/**
 * An encoding with one byte for each character, of which the lower half is ASCII.
 * @param upper the characters of the upper half, U+FFFD where there is none
 */
export function singleByteCodec(upper: string): Codec {
  const chars = [...ascii, ...upper].map((char, byte) => (char === '\ufffd' ? markOf(byte) : char));
  const bytes = new Map(chars.map((char, byte) => [char, byte]));
  return stateless(
    (from, cursor) => {
      const byte = from[cursor.at];
      if (byte === undefined) return '';
      cursor.at += 1;
      return chars[byte] ?? '';
    },
    (char, writer) => {
      const byte = bytes.get(char) ?? upperByte(char);
      if (byte === null) return false;
      writer.push(byte);
      return true;
    },
  );
}

/** The byte of a mark that came from another place; a mark of ASCII would become a character. */
export function upperByte(char: string): number | null {
  const byte = markedByte(char);
  return byte !== null && byte >= 0x80 ? byte : null;
}
