import type { Encoding } from './encodings';

/** The characters of single bytes and of pairs of bytes; '' where there is none. A pair's number is lead × 256 + trail. */
export type PairTable = { singles: readonly string[]; pairs: readonly string[] };

/** An encoding that the platform reads in pairs. */
export type PairEncoding = Extract<Encoding, 'shift_jis' | 'euc-jp' | 'gbk' | 'gb18030' | 'big5' | 'euc-kr'>;

const firstTrail = 0x40;
const trails = 0xff - firstTrail;
const lineFeed = 0x0a;

/** What some platforms read where the standard has no character: control characters, and those for private use. */
const noSingle = /[\u0080-\u009f\ue000-\uf8ff]/;

/** What a run of sequences reads as, each followed by a line feed, which is no second byte of any; '' where it is none. */
export function readEach(encoding: PairEncoding, sequences: Uint8Array): string[] {
  return new TextDecoder(encoding)
    .decode(sequences)
    .split('\n')
    .slice(0, -1)
    .map((text) => (text.includes('\ufffd') || text.charCodeAt(0) < 0x80 ? '' : text));
}

/** Asks the platform's decoder what every pair means, all at once: a few milliseconds, and no table to load. */
export function pairTable(encoding: PairEncoding): PairTable {
  const upper = Uint8Array.from({ length: 0x100 }, (_, at) => (at % 2 === 0 ? 0x80 + at / 2 : lineFeed));
  const singles = Array.from({ length: 0x80 }, (_, byte) => String.fromCharCode(byte));
  singles.push(...readEach(encoding, upper).map((char) => (noSingle.test(char) ? '' : char)));
  const leads = singles.flatMap((char, byte) => (char === '' && byte > 0x80 && byte < 0xff ? [byte] : []));
  const sequences = new Uint8Array(leads.length * trails * 3);
  let at = 0;
  for (const lead of leads) {
    for (let trail = firstTrail; trail < 0xff; trail += 1) {
      sequences[at] = lead;
      sequences[at + 1] = trail;
      sequences[at + 2] = lineFeed;
      at += 3;
    }
  }
  const pairs = new Array<string>(0x10000).fill('');
  for (const [index, char] of readEach(encoding, sequences).entries()) {
    pairs[(leads[Math.floor(index / trails)] ?? 0) * 256 + firstTrail + (index % trails)] = char;
  }
  return { singles, pairs };
}
