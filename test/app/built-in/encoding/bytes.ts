import { readFileSync } from 'node:fs';
import { ChangeSet, Text } from '@codemirror/state';
import { z } from 'zod';
import { type encodings, isEncoding } from '@/app/built-in/_encoding/encodings';

export const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
export const bytesOf = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));

const encoding = z.custom<(typeof encodings)[number]>(isEncoding);

/** Texts in encodings of daily use, each with one character typed at its end and with a word changed in its middle. */
export const samples = z
  .record(
    z.string(),
    z.object({
      encoding,
      text: z.string(),
      bytes: z.string(),
      typed: z.string(),
      after: z.string(),
      middle: z.object({ at: z.number(), text: z.string(), bytes: z.string() }),
    }),
  )
  .parse(JSON.parse(readFileSync('test/fixtures/texts-of-encodings.json', 'utf8')));

/** A line for each encoding, as Python writes it. */
export const lines = z
  .array(z.tuple([encoding, z.string(), z.string()]))
  .parse(JSON.parse(readFileSync('test/fixtures/lines-of-encodings.json', 'utf8')));

/** The changes of one place of a text. */
export function change(text: string, from: number, to: number, insert: string): ChangeSet {
  return ChangeSet.of({ from, to, insert: Text.of(insert.split('\n')) }, text.length);
}
