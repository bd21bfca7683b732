import type { Encoding } from '@/app/built-in/_encoding/encodings';
import { readText } from '@/app/built-in/_encoding/read-text';
import { bytesOf, lines } from './bytes';

/** Texts in UTF-8 and bytes, one behind the other. */
export const joined = (...parts: (string | number[])[]) =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part)))),
  );
export const utf16le = (text: string) => [...Buffer.from(text, 'utf16le')];
export const utf16be = (text: string) => [...Buffer.from(text, 'utf16le').swap16()];
export const inEncoding = (encoding: Encoding) => bytesOf(lines.find(([each]) => each === encoding)?.[2] ?? '');

export async function read(bytes: Uint8Array, name = 'notes.txt') {
  const found = await readText(bytes, { name });
  if (!found) throw new Error('not read');
  const { source, evidence, isSure } = found;
  return { source, text: source.text, format: source.format, evidence, isSure };
}
