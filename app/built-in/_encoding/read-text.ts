import { declaredLabel } from './declared-label';
import { type Encoding, encodingOfLabel } from './encodings';
import { guessEncodings } from './guess-encodings';
import { isBinary } from './is-binary';
import { hasJapaneseEscapes } from './iso-2022-jp';
import { lengthOfByteOrderMark, readWellFormed } from './read-all';
import { SourceText } from './source-text';
import { utfWithoutMark } from './utf-without-mark';

/**
 * What tells in which encoding a text is: its byte order mark, a declaration in it, a form that no other encoding has,
 * nothing (so that it is guessed), or the person.
 */
export type Evidence = 'mark' | 'declared' | 'form' | 'guess' | 'chosen';

export type ReadText = { source: SourceText; evidence: Evidence; isSure: boolean };

/** An encoding that a person chose before. `isConfirmed`: they said that the words are right in it. */
export type EncodingChoice = { encoding: Encoding; isConfirmed: boolean };

/** How many encodings are offered before all others. */
const mostOffered = 3;

/** In this order a text that begins like several is of the first: no text begins with the zeros that UTF-16 would have. */
const marked: readonly Encoding[] = ['utf-8', 'utf-32le', 'utf-32be', 'utf-16le', 'utf-16be'];

/**
 * Finds out how a text is written and reads it: by its byte order mark, by what it declares, by its form, and where all
 * of these are silent by guessing. What is pure ASCII is UTF-8. It is sure of what leaves no byte without a meaning.
 * @param about.name tells which declarations are looked for
 * @param about.choice is taken without looking
 * @returns null for what is no text
 */
export async function readText(
  bytes: Uint8Array,
  about: { name: string; choice?: EncodingChoice | null },
): Promise<ReadText | null> {
  const { encoding, evidence, isSure } = await recognise(bytes, about);
  const source = new SourceText(bytes, encoding);
  if (isBinary(source.text)) return null;
  return { source, evidence, isSure: isSure && (source.markCount === 0 || evidence === 'chosen') };
}

/** The encodings that a person is offered before all others: the likeliest first. */
export async function likelyEncodings(bytes: Uint8Array, name: string): Promise<Encoding[]> {
  const { encoding, evidence } = await recognise(bytes, { name });
  const rest = evidence === 'guess' ? [] : [encoding];
  return [...new Set([...rest, ...(await guessEncodings(bytes, mostOffered))])].slice(0, mostOffered);
}

type Recognised = { encoding: Encoding; evidence: Evidence; isSure: boolean };

async function recognise(
  bytes: Uint8Array,
  { name, choice }: { name: string; choice?: EncodingChoice | null },
): Promise<Recognised> {
  if (choice) return { encoding: choice.encoding, evidence: 'chosen', isSure: choice.isConfirmed };
  const byMark = marked.find((encoding) => lengthOfByteOrderMark(bytes, encoding) > 0);
  if (byMark) return { encoding: byMark, evidence: 'mark', isSure: true };
  const utf = utfWithoutMark(bytes);
  if (utf) return { ...utf, evidence: utf.isSure ? 'form' : 'guess' };
  const utf8 = readWellFormed(bytes, 'utf-8');
  const isUtf8 = utf8 !== null;
  const isAscii = utf8?.length === bytes.length;
  const declared = declaredEncoding(bytes, name);
  if (declared) {
    // Well-formed UTF-8 is hardly ever anything else: the declaration is taken, and the person asked.
    const isSure = declared === 'utf-8' || isAscii || !isUtf8;
    return { encoding: declared, evidence: 'declared', isSure };
  }
  if (isAscii && hasJapaneseEscapes(bytes)) return { encoding: 'iso-2022-jp', evidence: 'form', isSure: true };
  if (isUtf8) return { encoding: 'utf-8', evidence: 'form', isSure: true };
  const [encoding = 'windows-1252'] = await guessEncodings(bytes, 1);
  return { encoding, evidence: 'guess', isSure: false };
}

function declaredEncoding(bytes: Uint8Array, name: string): Encoding | null {
  const declared = declaredLabel(String.fromCharCode(...bytes.subarray(0, 2048)), name);
  if (!declared) return null;
  const encoding = encodingOfLabel(declared.label);
  // What was read so far is no UTF-16, whatever it says.
  if (encoding?.startsWith('utf-16') || encoding?.startsWith('utf-32')) return null;
  // Browsers take Latin-1 for Windows-1252, in HTML and CSS; other readers do not.
  const isStrict = declared.kind === 'xml' || declared.kind === 'comment';
  const isLatin1 = isStrict && encoding === 'windows-1252' && latin1.test(declared.label);
  return isLatin1 && !bytes.some((byte) => byte >= 0x80 && byte < 0xa0) ? 'iso-8859-1' : encoding;
}

const latin1 = /^(iso[-_]?8859-?1|latin-?1|l1)$/i;
