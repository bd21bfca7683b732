import type { ChangeSet } from '@codemirror/state';
import { ByteWriter } from './byte-writer';
import { changesOfSource } from './changes-of-source';
import type { Codec, Cursor } from './codec';
import { codecOf } from './codec-of';
import { withOwnEnds } from './line-ends';
import { byteOrderMark } from './read-all';
import type { SourceText, TextFormat } from './source-text';

/** `lacks`: characters that the encoding does not have, a few of them; nothing is written then. */
export type Written = { ok: true; bytes: Uint8Array<ArrayBuffer> } | { ok: false; lacks: string[] };

/** How many characters that are lacking are named. */
const mostNamed = 5;

/**
 * Writes a text after changes: every range that was not changed as the bytes that it was read from, what is new in the
 * same encoding.
 * @param changes from the text that was read to the text as it is now
 */
export function writeChanged(source: SourceText, changes: ChangeSet): Written {
  const { bytes, codec, start, format } = source;
  const writer = new ByteWriter(bytes.length);
  const lacks = new Set<string>();
  writer.append(bytes.subarray(0, start.cursor.at));
  let place = start.cursor;
  for (const { from, to, insert } of changesOfSource(source, changes)) {
    keep(source, writer, place, from.cursor);
    write(codec, writer, withOwnEnds(insert, format.lineEnd), lacks);
    place = to.cursor;
  }
  keepRest(source, writer, place);
  return finished(writer, lacks);
}

/** Writes all of a text anew. */
export function writeWhole(text: string, { encoding, hasMark, lineEnd }: TextFormat): Written {
  const writer = new ByteWriter(text.length);
  const lacks = new Set<string>();
  const codec = codecOf(encoding);
  if (hasMark) writer.push(...byteOrderMark(encoding));
  write(codec, writer, withOwnEnds(text, lineEnd), lacks);
  codec.shift(writer, 0);
  return finished(writer, lacks);
}

function finished(writer: ByteWriter, lacks: ReadonlySet<string>): Written {
  return lacks.size === 0 ? { ok: true, bytes: writer.bytes() } : { ok: false, lacks: [...lacks].slice(0, mostNamed) };
}

function write(codec: Codec, writer: ByteWriter, text: string, lacks: Set<string>): void {
  for (const char of text) if (!codec.write(char, writer)) lacks.add(char);
}

/** Appends the bytes between two edges, in the state in which they mean what they meant. */
function keep({ bytes, codec }: SourceText, writer: ByteWriter, from: Cursor, to: Cursor): void {
  if (from.at >= to.at) return;
  let { at } = from;
  if (writer.state !== from.state) {
    // What switches the state where the range begins may stay away: it is in that state, or is brought there.
    const behind = { ...from };
    codec.pass(bytes, behind);
    codec.shift(writer, behind.state);
    at = behind.at;
  }
  writer.append(bytes.subarray(at, to.at));
  writer.state = to.state;
}

/** Appends all bytes from an edge on. What was added at the very end leaves no state switched on. */
function keepRest(source: SourceText, writer: ByteWriter, from: Cursor): void {
  const { bytes, codec } = source;
  const behind = { ...from };
  codec.pass(bytes, behind);
  const hasText = behind.at < bytes.length;
  const goesOn = from.at < bytes.length && writer.state === from.state;
  if (hasText || goesOn) keep(source, writer, from, { at: bytes.length, state: 0 });
  else codec.shift(writer, 0);
}
