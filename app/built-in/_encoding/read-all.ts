import type { Codec } from './codec';
import type { Encoding } from './encodings';

const byteOrderMarks: Partial<Record<Encoding, readonly number[]>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
  'utf-32le': [0xff, 0xfe, 0, 0],
  'utf-32be': [0, 0, 0xfe, 0xff],
};

/** The byte order mark of an encoding; none for those that have none. */
export function byteOrderMark(encoding: Encoding): readonly number[] {
  return byteOrderMarks[encoding] ?? [];
}

/** How long the byte order mark is that the bytes begin with; 0 where they begin with none of this encoding. */
export function lengthOfByteOrderMark(bytes: Uint8Array, encoding: Encoding): number {
  const mark = byteOrderMark(encoding);
  return mark.every((byte, at) => bytes[at] === byte) ? mark.length : 0;
}

/** Half of a pair that stands alone: a mark, or a half that a file in UTF-16 has alone. */
const halves = /[\ud800-\udfff]/gu;

/** How many characters are put together at a time: a text of megabytes is not added up letter by letter. */
const partLength = 4096;

/** Reads all of the bytes from a place on. */
export function readAll(
  bytes: Uint8Array,
  at: number,
  encoding: Encoding,
  codec: Codec,
): { text: string; markCount: number } {
  const quick = readWellFormed(bytes.subarray(at), encoding);
  if (quick !== null) return { text: quick, markCount: 0 };
  const cursor = { at, state: 0 };
  const parts: string[] = [];
  let part: string[] = [];
  for (let char = codec.read(bytes, cursor); char !== ''; char = codec.read(bytes, cursor)) {
    part.push(char);
    if (part.length < partLength) continue;
    parts.push(part.join(''));
    part = [];
  }
  const text = [...parts, part.join('')].join('');
  return { text, markCount: text.match(halves)?.length ?? 0 };
}

/** The platform's own decoder is the quickest, where it need not tell which byte makes which character. */
export function readWellFormed(bytes: Uint8Array, encoding: Encoding): string | null {
  if (encoding !== 'utf-8' && encoding !== 'utf-16le' && encoding !== 'utf-16be') return null;
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
