/** Which scripts an encoding is made for: the person chooses by that. */
export type ScriptGroup =
  | 'unicode'
  | 'western'
  | 'central'
  | 'cyrillic'
  | 'greek'
  | 'turkish'
  | 'baltic'
  | 'nordic'
  | 'hebrew'
  | 'arabic'
  | 'japanese'
  | 'simplified'
  | 'traditional'
  | 'korean'
  | 'thai'
  | 'vietnamese';

type About = { name: string; group: ScriptGroup };

/** Every encoding that texts are read and written in, in the order in which they are offered. */
const known = {
  'utf-8': { name: 'UTF-8', group: 'unicode' },
  'utf-16le': { name: 'UTF-16 LE', group: 'unicode' },
  'utf-16be': { name: 'UTF-16 BE', group: 'unicode' },
  'utf-32le': { name: 'UTF-32 LE', group: 'unicode' },
  'utf-32be': { name: 'UTF-32 BE', group: 'unicode' },
  'windows-1252': { name: 'Windows-1252', group: 'western' },
  'iso-8859-1': { name: 'ISO-8859-1', group: 'western' },
  'iso-8859-15': { name: 'ISO-8859-15', group: 'western' },
  'iso-8859-14': { name: 'ISO-8859-14', group: 'western' },
  'iso-8859-3': { name: 'ISO-8859-3', group: 'western' },
  macintosh: { name: 'Mac Roman', group: 'western' },
  ibm850: { name: 'DOS 850', group: 'western' },
  ibm858: { name: 'DOS 858', group: 'western' },
  ibm437: { name: 'DOS 437', group: 'western' },
  'windows-1250': { name: 'Windows-1250', group: 'central' },
  'iso-8859-2': { name: 'ISO-8859-2', group: 'central' },
  ibm852: { name: 'DOS 852', group: 'central' },
  'windows-1251': { name: 'Windows-1251', group: 'cyrillic' },
  'koi8-r': { name: 'KOI8-R', group: 'cyrillic' },
  'koi8-u': { name: 'KOI8-U', group: 'cyrillic' },
  ibm866: { name: 'DOS 866', group: 'cyrillic' },
  'iso-8859-5': { name: 'ISO-8859-5', group: 'cyrillic' },
  'x-mac-cyrillic': { name: 'Mac Cyrillic', group: 'cyrillic' },
  'windows-1253': { name: 'Windows-1253', group: 'greek' },
  'iso-8859-7': { name: 'ISO-8859-7', group: 'greek' },
  ibm737: { name: 'DOS 737', group: 'greek' },
  'windows-1254': { name: 'Windows-1254', group: 'turkish' },
  ibm857: { name: 'DOS 857', group: 'turkish' },
  'windows-1257': { name: 'Windows-1257', group: 'baltic' },
  'iso-8859-13': { name: 'ISO-8859-13', group: 'baltic' },
  'iso-8859-4': { name: 'ISO-8859-4', group: 'baltic' },
  'iso-8859-10': { name: 'ISO-8859-10', group: 'nordic' },
  'windows-1255': { name: 'Windows-1255', group: 'hebrew' },
  'iso-8859-8': { name: 'ISO-8859-8', group: 'hebrew' },
  'windows-1256': { name: 'Windows-1256', group: 'arabic' },
  'iso-8859-6': { name: 'ISO-8859-6', group: 'arabic' },
  shift_jis: { name: 'Shift-JIS', group: 'japanese' },
  'euc-jp': { name: 'EUC-JP', group: 'japanese' },
  'iso-2022-jp': { name: 'ISO-2022-JP', group: 'japanese' },
  gbk: { name: 'GBK', group: 'simplified' },
  gb18030: { name: 'GB18030', group: 'simplified' },
  big5: { name: 'Big5', group: 'traditional' },
  'euc-kr': { name: 'EUC-KR', group: 'korean' },
  'windows-874': { name: 'Windows-874', group: 'thai' },
  'windows-1258': { name: 'Windows-1258', group: 'vietnamese' },
} as const satisfies Record<string, About>;

export type Encoding = keyof typeof known;

export function isEncoding(value: unknown): value is Encoding {
  return typeof value === 'string' && Object.hasOwn(known, value);
}

export const encodings: readonly Encoding[] = Object.keys(known).filter(isEncoding);

/** What an encoding is called, in every language. */
export function encodingName(encoding: Encoding): string {
  return known[encoding].name;
}

export function scriptGroup(encoding: Encoding): ScriptGroup {
  return known[encoding].group;
}

/** Names that the WHATWG's standard does not have, or has for an encoding that holds more. */
const otherLabels: Readonly<Record<string, Encoding>> = {
  'utf-32': 'utf-32le',
  'utf-32le': 'utf-32le',
  'utf-32be': 'utf-32be',
  cp437: 'ibm437',
  cp737: 'ibm737',
  cp850: 'ibm850',
  cp852: 'ibm852',
  cp857: 'ibm857',
  cp858: 'ibm858',
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
};

/**
 * The encoding that a label of a declaration means: those of the WHATWG's Encoding Standard, in which the label
 * `iso-8859-1` means Windows-1252, and a few more.
 * @returns null for an unknown one
 */
export function encodingOfLabel(label: string): Encoding | null {
  const plain = label.trim().toLowerCase();
  if (isEncoding(plain) && plain !== 'iso-8859-1') return plain;
  const other = otherLabels[plain.replace(/^(?:ibm|dos-?)(?=\d)/, 'cp')];
  if (other) return other;
  try {
    const { encoding } = new TextDecoder(plain);
    return isEncoding(encoding) ? encoding : encoding === 'iso-8859-8-i' ? 'iso-8859-8' : null;
  } catch {
    return null;
  }
}
