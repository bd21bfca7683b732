export const encodings = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

/** `mixed`: line ends of more than one kind, which stay in the text as they are. */
export type LineEnd = '\n' | '\r\n' | '\r' | 'mixed';

/** How a text is written as bytes. `hasMark`: UTF-16 with a byte order mark (UTF-8 has an encoding of its own for it). */
export type TextFormat = { encoding: Encoding; hasMark: boolean; lineEnd: LineEnd };

/** What a text editor holds: lines ended by `\n`, except where the ends are mixed. */
export type DecodedText = { text: string; format: TextFormat };

/** Text that has none of its own: UTF-8, `\n`. */
export const plainFormat: TextFormat = { encoding: 'utf-8', hasMark: false, lineEnd: '\n' };

/** Control characters that a text has no use for. Tab, line ends, form feed and escape are used. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const oddControls = /[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]/g;

/** What Windows puts where Latin-1 has control characters: the bytes 0x80 to 0x9f, five of which have no meaning. */
const upperControls = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Recognises how a text is written and reads it: UTF-8 and UTF-16 by their marks, UTF-16 without one by its zeros,
 * else UTF-8 where all of it is well-formed, else Latin-1 as Windows writes it, in which every byte means something.
 * @returns null for what is no text
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const found = readBytes(bytes);
  if (found === null || isOdd(found.text)) return null;
  const lineEnd = lineEndOf(found.text);
  const text = lineEnd === '\r\n' || lineEnd === '\r' ? found.text.split(lineEnd).join('\n') : found.text;
  return { text, format: { encoding: found.encoding, hasMark: found.hasMark, lineEnd } };
}

/**
 * Writes a text as it was written before.
 * @returns null where the encoding lacks a character of the text: Latin-1 has 256 of them
 */
export function encodeText(text: string, { encoding, hasMark, lineEnd }: TextFormat): Uint8Array<ArrayBuffer> | null {
  const whole = lineEnd === '\r\n' || lineEnd === '\r' ? text.split('\n').join(lineEnd) : text;
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(whole);
    case 'utf-8-bom':
      return new TextEncoder().encode(`\ufeff${whole}`);
    case 'utf-16le':
    case 'utf-16be':
      return utf16(hasMark ? `\ufeff${whole}` : whole, encoding === 'utf-16le');
    case 'windows-1252':
      return latin1(whole);
  }
}

/**
 * Writes a text as it was written before or, where its encoding lacks a character, in UTF-8.
 * @returns the format too that it is written in
 */
export function encodeOrWiden(
  text: string,
  format: TextFormat,
): { bytes: Uint8Array<ArrayBuffer>; format: TextFormat } {
  const bytes = encodeText(text, format);
  if (bytes) return { bytes, format };
  const wider: TextFormat = { encoding: 'utf-8', hasMark: false, lineEnd: format.lineEnd };
  return { bytes: encodeText(text, wider) ?? new Uint8Array(), format: wider };
}

function readBytes(bytes: Uint8Array): { text: string; encoding: Encoding; hasMark: boolean } | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    const text = strictly('utf-8', bytes);
    return text === null ? readLatin1(bytes) : { text, encoding: 'utf-8-bom', hasMark: true };
  }
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  const encoding = marked ?? guessUtf16(bytes);
  if (encoding) {
    const text = strictly(encoding, bytes);
    return text === null ? null : { text, encoding, hasMark: marked !== null };
  }
  const text = strictly('utf-8', bytes);
  return text === null ? readLatin1(bytes) : { text, encoding: 'utf-8', hasMark: false };
}

/** By hand: not every platform's decoder of this name knows what stands between 0x80 and 0x9f. */
function readLatin1(bytes: Uint8Array) {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  text = text.replace(/[\u0080-\u009f]/g, (unit) => upperControls.charAt(unit.charCodeAt(0) - 0x80));
  return { text, encoding: 'windows-1252' as const, hasMark: false };
}

function strictly(encoding: 'utf-8' | 'utf-16le' | 'utf-16be', bytes: Uint8Array): string | null {
  // An odd byte at the end would be dropped without a word.
  if (encoding !== 'utf-8' && bytes.length % 2 !== 0) return null;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Western text in UTF-16 has a zero in nearly every second byte, and none in the others. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const looked = Math.min(bytes.length - (bytes.length % 2), 4096);
  if (looked < 4) return null;
  const zeros = [0, 0];
  for (let at = 0; at < looked; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = looked / 2;
  if (even === 0 && odd > most * 0.7) return 'utf-16le';
  return odd === 0 && even > most * 0.7 ? 'utf-16be' : null;
}

/** A zero is in no text; a few other control characters may have slipped in, many have not. */
function isOdd(text: string): boolean {
  if (text.includes('\u0000')) return true;
  const odd = text.match(oddControls)?.length ?? 0;
  return odd > 2 + text.length * 0.005;
}

function lineEndOf(text: string): LineEnd {
  const kinds = new Set<'\n' | '\r\n' | '\r'>();
  for (const [end] of text.matchAll(/\r\n|\n|\r/g)) {
    kinds.add(end === '\r\n' ? end : end === '\r' ? end : '\n');
    if (kinds.size > 1) return 'mixed';
  }
  const [only = '\n'] = kinds;
  return only;
}

function utf16(text: string, isLittle: boolean): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return bytes;
}

function latin1(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const special = upperControls.indexOf(text.charAt(at));
    if (special === -1 && (unit > 0xff || (unit >= 0x80 && unit < 0xa0))) return null;
    bytes[at] = special === -1 ? unit : special + 0x80;
  }
  return bytes;
}
