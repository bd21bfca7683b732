import { splitName } from './split-name';

export { splitName };

/** WOPI FileNameMaxLength counts the name without its extension, in UTF-16 units. */
export const longestBase = 250;

/** Control characters, and characters that turn or hide text: bidi, zero width, soft hyphen, byte order mark. */
const invisible = /[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
/** What some file system or URL cannot carry. */
const reserved = /[/\\:*?"<>|]/g;
/** Device names of Windows, with any extension, also behind blanks. */
const device = /^(con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])(?=\s*(\.|$))/i;
const loneSurrogate = /\p{Cs}/gu;
const fallback = 'Untitled';

/**
 * Makes a name legal: NFC, without control, bidi and zero-width characters, `/` and its like become `_`,
 * no device name, no blanks or periods at the ends, the base at most 250 UTF-16 units cut between
 * graphemes. The extension stays. Never empty; a legal name comes back as it is.
 */
export function makeNameLegal(name: string): string {
  // A cut can bring a new end or extension to light, so it goes on until nothing changes.
  const legal = tidy(name);
  return legal === name ? name : makeNameLegal(legal);
}

function tidy(name: string): string {
  const visible = name
    .normalize('NFC')
    .replace(loneSurrogate, '')
    .replace(invisible, '')
    .replace(reserved, '_')
    .normalize('NFC');
  const clean = trimEnds(visible).normalize('NFC');
  const { base, extension } = splitName(clean);
  const isOnlyExtension = /^[\s.]*\.[^._\s]{1,19}$/.test(visible.trim());
  if (isOnlyExtension) return `${fallback}.${clean}`;
  const safe = device.test(base) ? `_${base}` : base;
  const short = trimEnds(cut(safe, longestBase)) || fallback;
  return short + extension;
}

/** Whether a name can be taken exactly as it is. */
export function isNameLegal(name: string): boolean {
  return name !== '' && makeNameLegal(name) === name;
}

/** The n-th try at a free name: the name itself, then "name (1).docx", "name (2).docx" … */
export function makeNameUnique(name: string, n: number): string {
  return n === 0 ? name : withSuffix(name, ` (${n})`);
}

/** What an earlier version is called as a file: "name (version 3).docx". */
export function versionFileName(name: string, number: number): string {
  return withSuffix(name, ` (version ${number})`);
}

function withSuffix(name: string, suffix: string): string {
  const { base, extension } = splitName(name);
  return trimEnds(cut(base, longestBase - suffix.length)) + suffix + extension;
}

/** The text without control, bidi and zero-width characters, which hide what it says. */
export function withoutInvisible(text: string): string {
  return text.replace(loneSurrogate, '').replace(invisible, '');
}

/** The form in which names are compared: NFKC with case folding, so that "Straße" meets "STRASSE". */
export function foldName(name: string): string {
  // Lower case first: the capital ẞ has no other capital, and would never meet SS.
  return name.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase().normalize('NFKC');
}

function trimEnds(text: string): string {
  return text.replace(/^[\s.]+|(?<![\s.])[\s.]+$/gu, '');
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  let length = 0;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    if (length + segment.length > most) break;
    length += segment.length;
  }
  // One grapheme may be longer than the limit by itself: then it is cut between code points.
  return length > 0 ? text.slice(0, length) : text.slice(0, most).replace(loneSurrogate, '');
}
