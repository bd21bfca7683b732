import type { Codec, Cursor } from './codec';
import { codecOf } from './codec-of';
import type { Encoding } from './encodings';
import { type LineEnd, lineEndOf, withPlainEnds } from './line-ends';
import { lengthOfByteOrderMark, readAll } from './read-all';

/** How a text is written as bytes. `hasMark`: with a byte order mark. */
export type TextFormat = { encoding: Encoding; hasMark: boolean; lineEnd: LineEnd };

/** Text that has none of its own: UTF-8, `\n`. */
export const plainFormat: TextFormat = { encoding: 'utf-8', hasMark: false, lineEnd: '\n' };

/** Where a character begins: how many units of UTF-16 stand before it, and the place among the bytes. */
export type Edge = { units: number; cursor: Cursor };

/** A place that is looked for. Where it is inside of a character, `after` asks for the edge behind that. */
export type Place = { position: number; after: boolean };

/** How many characters lie between two noted places. */
const noteEvery = 4096;

/**
 * The bytes of a file beside the text that they were read as, and which of them make which character. What was not
 * changed can so be written as the very bytes that it was read from.
 */
export class SourceText {
  readonly codec: Codec;
  readonly format: TextFormat;
  /** with lines ended by `\n`, except where the ends are mixed */
  readonly text: string;
  /** how many marks stand in the text for bytes that mean nothing in this encoding */
  readonly markCount: number;
  /** where the text begins: behind a byte order mark */
  readonly start: Edge;
  #notes: Edge[] | null = null;

  constructor(
    readonly bytes: Uint8Array,
    readonly encoding: Encoding,
  ) {
    this.codec = codecOf(encoding);
    const at = lengthOfByteOrderMark(bytes, encoding);
    this.start = { units: 0, cursor: { at, state: 0 } };
    const { text, markCount } = readAll(bytes, at, encoding, this.codec);
    const lineEnd = lineEndOf(text);
    this.format = { encoding, hasMark: at > 0, lineEnd };
    this.text = withPlainEnds(text, lineEnd);
    this.markCount = markCount;
  }

  /** The edges at places of the text, which ascend. */
  edgesAt(places: readonly Place[]): Edge[] {
    return this.#sweep(places, ({ units }) => units);
  }

  /** The edges at places among the bytes, which ascend. */
  edgesAtBytes(places: readonly Place[]): Edge[] {
    return this.#sweep(places, ({ cursor }) => cursor.at);
  }

  #sweep(places: readonly Place[], positionOf: (edge: Edge) => number): Edge[] {
    this.#notes ??= this.#takeNotes();
    const notes = this.#notes;
    let noted = 0;
    let edge = copyOf(this.start);
    let previous = edge;
    return places.map(({ position, after }) => {
      for (let note = notes[noted]; note && positionOf(note) < position; note = notes[noted]) {
        if (note.units > edge.units) edge = copyOf(note);
        noted += 1;
      }
      while (positionOf(edge) < position) {
        previous = copyOf(edge);
        if (!this.#step(edge)) break;
      }
      return copyOf(positionOf(edge) > position && !after ? previous : edge);
    });
  }

  /** Moves past one character, or past a line's end. @returns false at the end of the text */
  #step(edge: Edge): boolean {
    const char = this.codec.read(this.bytes, edge.cursor);
    if (char === '\r' && this.format.lineEnd === '\r\n') this.codec.read(this.bytes, edge.cursor);
    edge.units += char.length;
    return char !== '';
  }

  #takeNotes(): Edge[] {
    const notes: Edge[] = [];
    const edge = copyOf(this.start);
    for (let count = 1; this.#step(edge); count += 1) if (count % noteEvery === 0) notes.push(copyOf(edge));
    return notes;
  }
}

function copyOf({ units, cursor: { at, state } }: Edge): Edge {
  return { units, cursor: { at, state } };
}
