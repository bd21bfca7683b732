import type { Encoding } from '@/app/built-in/_encoding/encodings';
import { SourceText } from '@/app/built-in/_encoding/source-text';

/** How many bytes are read for a sample, how many of them before the first that is not ASCII, and what is shown. */
const sampled = 480;
const lead = 40;
const shown = 90;

/** The bytes of a file that tell the most: from where the first one stands that is not ASCII. */
export function sampleBytes(bytes: Uint8Array): Uint8Array {
  const first = Math.max(
    0,
    bytes.findIndex((byte) => byte >= 0x80 || byte === 0x1b),
  );
  const lineStart = bytes.lastIndexOf(0x0a, first) + 1;
  // A unit of UTF-32 has four bytes, and begins at every fourth.
  const from = bytes.includes(0) ? first - (first % 4) : Math.max(lineStart, first - lead);
  return bytes.slice(from, from + sampled);
}

/** A few words of them as an encoding shows them. */
export function sampleText(sample: Uint8Array, encoding: Encoding): string {
  const { text } = new SourceText(sample, encoding);
  return text
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, shown);
}
