import type { Encoding } from './encodings';
import { readWellFormed } from './read-all';
import { SourceText } from './source-text';

/** How much of a text in UTF-16 is judged, in bytes or units. */
const looked = 4096;

/** Characters that no text is made of: unassigned, for private use. */
const unlikely = /[\p{Cn}\p{Co}]/gu;

/** Letters and signs of the west, and the line ends and blanks that every script uses. */
const everyday = /[\t\n\r -~\u3000-\u3002\uff0c]/g;

/**
 * UTF-32 and UTF-16 without a byte order mark. Only they have zeros in a text.
 * @returns `isSure`: whether its form leaves no doubt; null for none of them
 */
export function utfWithoutMark(bytes: Uint8Array): { encoding: Encoding; isSure: boolean } | null {
  if (!bytes.includes(0)) return null;
  const utf32 = (['utf-32le', 'utf-32be'] as const).find((encoding) => isUtf32(bytes, encoding));
  if (utf32) return { encoding: utf32, isSure: true };
  const western = byItsZeros(bytes);
  if (western) return { encoding: western, isSure: true };
  const [best] = (['utf-16le', 'utf-16be'] as const)
    .map((encoding) => ({ encoding, share: everydayShare(bytes, encoding) }))
    .sort((one, other) => other.share - one.share);
  return best && best.share > 0 ? { encoding: best.encoding, isSure: false } : null;
}

function isUtf32(bytes: Uint8Array, encoding: 'utf-32le' | 'utf-32be'): boolean {
  if (bytes.length % 4 !== 0) return false;
  const top = encoding === 'utf-32le' ? 3 : 0;
  for (let at = top; at < bytes.length; at += 4) if (bytes[at] !== 0) return false;
  const { text, markCount } = new SourceText(bytes, encoding);
  return markCount === 0 && !text.includes('\0');
}

/** Western text in UTF-16 has a zero in nearly every second byte, and none in the others. */
function byItsZeros(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length - (bytes.length % 2), looked);
  if (length < 4) return null;
  const zeros = [0, 0];
  for (let at = 0; at < length; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = length / 2;
  if (even === 0 && odd > most * 0.7) return 'utf-16le';
  return odd === 0 && even > most * 0.7 ? 'utf-16be' : null;
}

/** How much of what the bytes would be in an encoding is everyday; 0 for what is no text in it. */
function everydayShare(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): number {
  if (bytes.length % 2 !== 0) return 0;
  const text = readWellFormed(bytes, encoding)?.slice(0, looked);
  if (!text || text.includes('\0')) return 0;
  const odd = text.match(unlikely)?.length ?? 0;
  return odd > text.length * 0.01 ? 0 : (text.match(everyday)?.length ?? 0) / text.length;
}
