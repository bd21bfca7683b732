import type { Encoding } from '@/app/built-in/_encoding/encodings';
import { SourceText } from '@/app/built-in/_encoding/source-text';

/** How many bytes are read for a sample, and how many of its characters are shown. */
const sampled = 480;
const shown = 90;

/** A few words of a file as an encoding shows them, from where the first byte stands that is not ASCII. */
export function encodingSample(bytes: Uint8Array, encoding: Encoding): string {
  const first = Math.max(0, firstForeign(bytes));
  const lineStart = bytes.lastIndexOf(0x0a, first) + 1;
  // A unit of UTF-32 has four bytes, and begins at every fourth.
  const from = bytes.includes(0) ? first - (first % 4) : Math.max(lineStart, first - 40);
  const { text } = new SourceText(bytes.slice(from, from + sampled), encoding);
  return text
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, shown);
}

function firstForeign(bytes: Uint8Array): number {
  return bytes.findIndex((byte) => byte >= 0x80 || byte === 0x1b);
}
