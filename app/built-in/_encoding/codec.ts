import type { ByteWriter } from './byte-writer';

/** A place between two characters. `state`: which set of characters is switched on there; 0 where there is but one. */
export type Cursor = { at: number; state: number };

/** How an encoding is read and written, one character after the other. Nothing of it knows line ends. */
export type Codec = {
  /**
   * Reads the character at the cursor and moves the cursor past it. A byte that means nothing is read as its mark.
   * @returns a character of one or two units of UTF-16, a few marks, or '' at the end
   */
  read: (bytes: Uint8Array, cursor: Cursor) => string;
  /** Moves the cursor past what stands for no character: what switches the set. */
  pass: (bytes: Uint8Array, cursor: Cursor) => void;
  /**
   * Writes one character.
   * @returns false where the encoding lacks it: then nothing is written
   */
  write: (char: string, writer: ByteWriter) => boolean;
  /** Brings the writer to a state. */
  shift: (writer: ByteWriter, state: number) => void;
};

/** An encoding in which a byte means the same wherever it stands. */
export function stateless(read: Codec['read'], write: Codec['write']): Codec {
  const nothing = () => undefined;
  return { read, write, pass: nothing, shift: nothing };
}
