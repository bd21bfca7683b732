import { type Codec, type Cursor, stateless } from './codec';
import { markOf } from './mark';
import { upperByte } from './single-byte';

/** UTF-8; a byte that is no part of a character is read as its mark. Half of a pair becomes U+FFFD, as everywhere. */
export function utf8Codec(): Codec {
  return stateless(readUtf8, (char, writer) => {
    const point = char.codePointAt(0) ?? 0;
    if (point >= 0xd800 && point <= 0xdfff) {
      const byte = upperByte(char);
      if (byte === null) writer.push(0xef, 0xbf, 0xbd);
      else writer.push(byte);
      return true;
    }
    if (point < 0x80) writer.push(point);
    else if (point < 0x800) writer.push(0xc0 | (point >> 6), follows(point));
    else if (point < 0x10000) writer.push(0xe0 | (point >> 12), follows(point >> 6), follows(point));
    else writer.push(0xf0 | (point >> 18), follows(point >> 12), follows(point >> 6), follows(point));
    return true;
  });
}

const follows = (bits: number) => 0x80 | (bits & 0x3f);

/** The smallest number that may be written in two, three and four bytes: a longer form is none. */
const smallest = [0, 0, 0x80, 0x800, 0x10000];

function readUtf8(bytes: Uint8Array, cursor: Cursor): string {
  const first = bytes[cursor.at];
  if (first === undefined) return '';
  cursor.at += 1;
  if (first < 0x80) return String.fromCharCode(first);
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  let point = first & (0x7f >> length);
  for (let more = 0; more < length - 1; more += 1) {
    const byte = bytes[cursor.at + more] ?? 0;
    if ((byte & 0xc0) !== 0x80) return markOf(first);
    point = (point << 6) | (byte & 0x3f);
  }
  const isHalf = point >= 0xd800 && point <= 0xdfff;
  if (first < 0xc0 || first > 0xf4 || isHalf || point > 0x10ffff || point < (smallest[length] ?? 0)) {
    return markOf(first);
  }
  cursor.at += length - 1;
  return String.fromCodePoint(point);
}

/**
 * UTF-16. Half of a pair that stands alone is read as it is, for it is a unit like any other; an odd byte at the end is
 * read as its mark.
 */
export function utf16Codec(isLittle: boolean): Codec {
  const unitAt = (bytes: Uint8Array, at: number) => {
    const [one = 0, two = 0] = [bytes[at], bytes[at + 1]];
    return isLittle ? one + two * 256 : one * 256 + two;
  };
  return stateless(
    (bytes, cursor) => {
      const left = bytes.length - cursor.at;
      if (left < 2) {
        cursor.at += left;
        return left === 0 ? '' : markOf(bytes[cursor.at - 1] ?? 0);
      }
      const unit = unitAt(bytes, cursor.at);
      const next = left < 4 ? 0 : unitAt(bytes, cursor.at + 2);
      const isPair = unit >= 0xd800 && unit < 0xdc00 && next >= 0xdc00 && next < 0xe000;
      cursor.at += isPair ? 4 : 2;
      return isPair ? String.fromCharCode(unit, next) : String.fromCharCode(unit);
    },
    (char, writer) => {
      for (let at = 0; at < char.length; at += 1) {
        const unit = char.charCodeAt(at);
        if (isLittle) writer.push(unit & 0xff, unit >> 8);
        else writer.push(unit >> 8, unit & 0xff);
      }
      return true;
    },
  );
}

/** UTF-32. Four bytes that are no character, or fewer at the end, are read as marks. */
export function utf32Codec(isLittle: boolean): Codec {
  return stateless(
    (bytes, cursor) => {
      const four = bytes.subarray(cursor.at, cursor.at + 4);
      cursor.at += four.length;
      const [one = 0, two = 0, three = 0, last = 0] = isLittle ? [...four].reverse() : four;
      const point = one * 0x1000000 + two * 0x10000 + three * 256 + last;
      const isCharacter = four.length === 4 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
      return isCharacter ? String.fromCodePoint(point) : Array.from(four, markOf).join('');
    },
    (char, writer) => {
      const point = char.codePointAt(0) ?? 0;
      if (point >= 0xd800 && point <= 0xdfff) return false;
      const bytes = [point >> 24, (point >> 16) & 0xff, (point >> 8) & 0xff, point & 0xff];
      writer.push(...(isLittle ? bytes.reverse() : bytes));
      return true;
    },
  );
}
