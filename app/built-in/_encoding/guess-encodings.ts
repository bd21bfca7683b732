import { type Encoding, encodingOfLabel } from './encodings';
import { hasFourBytes } from './gb18030';
import { SourceText } from './source-text';

/** How many bytes are judged: more make a guess slower and no better. */
const judged = 64 * 1024;
/** How much is taken of one long line, and of what stands before the first byte that is not ASCII. */
const longestLine = 4096;
const longestLead = 200;

/** What the detector calls otherwise than the standard does. */
const namedOtherwise: Readonly<Record<string, Encoding>> = {
  big5hkscs: 'big5',
  'iso2022-jp-2': 'iso-2022-jp',
  'iso2022-jp-2004': 'iso-2022-jp',
  'iso2022-jp-ext': 'iso-2022-jp',
  'shift-jis-2004': 'shift_jis',
  'euc-jis-2004': 'euc-jp',
  cp874: 'windows-874',
  cp1258: 'windows-1258',
  macroman: 'macintosh',
  maccyrillic: 'x-mac-cyrillic',
  'utf-16-le': 'utf-16le',
  'utf-16-be': 'utf-16be',
};

/** The detector often sees these level with neighbours that are far commoner: they count a little less. */
const rare = /^(iso-8859-(3|4|10|13|14)|macintosh|x-mac-cyrillic|ibm437)$/;
const rareWeight = 0.95;

const western: Encoding = 'windows-1252';

/**
 * The encodings that the bytes may be in, the likeliest first; of those in which the text is the same, one. The
 * detector and what it has learned (700 kB packed) are loaded when it is first asked.
 * @param most how many at the most
 */
export async function guessEncodings(bytes: Uint8Array, most: number): Promise<Encoding[]> {
  const { detectAll } = await import('jschardet');
  const sample = sampleOf(bytes);
  const found = detectAll(sample, { minimumThreshold: 0 }).flatMap(({ encoding: name, confidence }) => {
    const encoding = encodingOf(name, bytes);
    return encoding ? [{ encoding, likeness: confidence * (rare.test(encoding) ? rareWeight : 1) }] : [];
  });
  found.sort((one, other) => other.likeness - one.likeness);
  const others = thatDiffer([...found.map(({ encoding }) => encoding), western], sample, most);
  const offered = isMostlyUtf8(sample) ? withFirst('utf-8', others).slice(0, most) : others;
  // A word or two with an accent tell the detector little: then the commonest encoding of all is offered too.
  if (most > 1 && isMostlyLatin(sample) && thatDiffer([...offered, western], sample, most + 1).length > most) {
    offered[most - 1] = western;
  }
  return offered;
}

function withFirst(first: Encoding, encodings: readonly Encoding[]): Encoding[] {
  return [first, ...encodings.filter((encoding) => encoding !== first)];
}

function encodingOf(name: string | null, bytes: Uint8Array): Encoding | null {
  const label = (name ?? '').toLowerCase();
  const encoding = namedOtherwise[label.replaceAll('_', '-')] ?? encodingOfLabel(label);
  return encoding === 'gb18030' && !hasFourBytes(bytes) ? 'gbk' : encoding;
}

/** Those in which the sample reads differently; what has no mark goes before what has some. */
function thatDiffer(encodings: readonly Encoding[], sample: Uint8Array, most: number): Encoding[] {
  const texts = new Set<string>();
  const clean: Encoding[] = [];
  const marked: Encoding[] = [];
  for (const encoding of new Set(encodings)) {
    if (clean.length === most) break;
    const { text, markCount } = new SourceText(sample, encoding);
    if (texts.has(text)) continue;
    texts.add(text);
    (markCount === 0 ? clean : marked).push(encoding);
  }
  return [...clean, ...marked].slice(0, most);
}

function isMostlyLatin(sample: Uint8Array): boolean {
  const letters = sample.filter((byte) => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)).length;
  return letters > 2 * sample.filter((byte) => byte >= 0x80).length;
}

/** A text in UTF-8 of which a few bytes are spoilt: what is well-formed in it could hardly be so by chance. */
function isMostlyUtf8(sample: Uint8Array): boolean {
  const { text, markCount } = new SourceText(sample, 'utf-8');
  const read = text.match(/[^\0-\x7f\ud800-\udfff]/gu)?.length ?? 0;
  return read > 1 && read >= markCount;
}

/** All of a short text, of a long one the lines that have more than ASCII. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= judged) return bytes;
  const sample = new Uint8Array(judged);
  let length = 0;
  for (let at = nextForeign(bytes, 0); at < bytes.length && length < judged; at = nextForeign(bytes, at)) {
    const from = Math.max(bytes.lastIndexOf(0x0a, at) + 1, at - longestLead);
    const lineFeed = bytes.indexOf(0x0a, at);
    const to = Math.min(lineFeed === -1 ? bytes.length : lineFeed + 1, from + longestLine, from + judged - length);
    sample.set(bytes.subarray(from, to), length);
    length += to - from;
    at = to;
  }
  return length === 0 ? bytes.subarray(0, judged) : sample.subarray(0, length);
}

function nextForeign(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && (bytes[at] ?? 0) < 0x80) at += 1;
  return at;
}
