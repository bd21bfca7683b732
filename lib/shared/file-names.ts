import { splitName } from './split-name';
import { withoutInvisible } from './without-invisible';

export { splitName };

/** WOPI FileNameMaxLength counts the name without its extension, in UTF-16 units. */
export const longestBase = 250;

/** UTF-16 units of a base that are looked at: what makes up 250 of NFC, four of which at most become one. */
const longestLook = 4 * longestBase;

/** What some file system or URL cannot carry. */
const reserved = /[/\\:*?"<>|]/g;
/** Device names of Windows, with any extension, also behind blanks. */
const device = /^(con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])(?=\s*(\.|$))/i;
const loneSurrogate = /\p{Cs}/gu;
/** What two names may differ by and count as the same all the same: nobody tells them apart. */
const joiners = /[\u180e\u200c\u200d]/g;
const fallback = 'Untitled';

/**
 * Makes a name legal: NFC, without characters that hide or turn text, `/` and its like become `_`, no device name,
 * no blanks at the ends, no period at the end, the base at most 250 UTF-16 units cut between graphemes. The
 * extension stays, and so does a period at the beginning: `.gitignore` is a name. Never empty; a legal name comes
 * back as it is.
 */
export function makeNameLegal(name: string): string {
  // A cut can bring a new end or extension to light, so it goes on until nothing changes.
  const legal = tidy(withinSight(name));
  return legal === name ? name : makeNameLegal(legal);
}

/** Of a text of any length as much as can become a name: putting marks into their order takes the square of the time. */
function withinSight(name: string): string {
  if (name.length <= longestLook) return name;
  const { base, extension } = splitName(trimEnd(withoutInvisible(name).trimStart()));
  return cut(base, longestLook) + extension;
}

function tidy(name: string): string {
  const visible = withoutInvisible(name.normalize('NFC')).replace(reserved, '_').normalize('NFC');
  const { base, extension } = splitName(trimEnd(visible.trimStart()).normalize('NFC'));
  const safe = device.test(base) ? `_${base}` : base;
  return (shorten(safe, longestBase) || fallback) + extension;
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
  return shorten(base, longestBase - suffix.length) + suffix + extension;
}

/** The form in which names are compared: NFKC with case folding, so that "Straße" meets "STRASSE". */
export function foldName(name: string): string {
  const bare = name.replace(joiners, '');
  // Lower case first: the capital ẞ has no other capital, and would never meet SS.
  return bare.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase().normalize('NFKC');
}

/** Cuts a base, which ends in no period; one of nothing but periods is that of a name like `..profile`. */
function shorten(base: string, most: number): string {
  const short = cut(base, most);
  return /^\.+$/.test(short) ? short : trimEnd(short);
}

function trimEnd(text: string): string {
  return text.replace(/(?<![\s.])[\s.]+$/u, '');
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  let length = 0;
  for (const { segment } of graphemes.segment(text)) {
    if (length + segment.length > most) break;
    length += segment.length;
  }
  // One grapheme may be longer than the limit by itself: then it is cut between code points.
  return length > 0 ? text.slice(0, length) : text.slice(0, most).replace(loneSurrogate, '');
}
