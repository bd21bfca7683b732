import { ChangeSet, Text } from '@codemirror/state';
import { changeBetween } from '@/app/built-in/_encoding/changes-of-source';
import type { Encoding } from '@/app/built-in/_encoding/encodings';
import { readAgain } from '@/app/built-in/_encoding/read-again';
import type { Evidence, ReadText } from '@/app/built-in/_encoding/read-text';
import { plainFormat, type SourceText, type TextFormat } from '@/app/built-in/_encoding/source-text';
import { type Written, writeChanged, writeWhole } from '@/app/built-in/_encoding/write-text';
import type { Draft, DraftEncoding } from './draft-store';

/**
 * The text of a file, what was changed in it since it was read, and the encoding that it is written in: its own, or
 * UTF-8 once the person has said so.
 */
export class EditedText {
  #source: SourceText;
  /** null where it was not followed: then all that differs counts as changed */
  #changes: ChangeSet | null;
  #evidence: Evidence;
  #isSure: boolean;
  #isConverted = false;

  constructor({ source, evidence, isSure }: ReadText) {
    this.#source = source;
    this.#changes = ChangeSet.empty(source.text.length);
    this.#evidence = evidence;
    this.#isSure = isSure;
  }

  /** As it was read. */
  get source(): SourceText {
    return this.#source;
  }

  /** How it is written. */
  get format(): TextFormat {
    const { format } = this.#source;
    return this.#isConverted ? { ...plainFormat, lineEnd: format.lineEnd } : format;
  }

  get evidence(): Evidence {
    return this.#evidence;
  }

  /** Whether nothing is a guess, or the person has confirmed it: before that nothing is written. */
  get isSure(): boolean {
    return this.#isSure;
  }

  get isConverted(): boolean {
    return this.#isConverted;
  }

  /** Whether something was changed since it was read. */
  get hasChanges(): boolean {
    return this.#changes?.empty !== true;
  }

  /** What was changed in the editor, from the text as it was until now. */
  note(changes: ChangeSet): void {
    const isNext = this.#changes?.newLength === changes.length;
    this.#changes = isNext && this.#changes ? this.#changes.compose(changes) : null;
  }

  /**
   * As bytes: what was not changed is what it was read from.
   * @param other another text than the one that was changed here
   */
  written(text: string, other = false): Written {
    if (this.#isConverted) return writeWhole(text, this.format);
    return writeChanged(this.#source, other ? changeBetween(this.#source.text, text) : this.#changesTo(text));
  }

  /** For a copy or a download: as it is written or, where that lacks a character, in UTF-8. */
  writtenCopy(text: string, other = false): Uint8Array<ArrayBuffer> {
    const own = this.written(text, other);
    const written = own.ok ? own : writeWhole(text, { ...plainFormat, lineEnd: this.format.lineEnd });
    return written.ok ? written.bytes : new Uint8Array();
  }

  /** The person says that the words are right. */
  confirm(): void {
    this.#isSure = true;
    this.#evidence = 'chosen';
  }

  /** From now on all of it is written in UTF-8. */
  convert(): void {
    this.confirm();
    this.#isConverted = true;
  }

  /**
   * Reads the file in another encoding, as the person says.
   * @param text as it stands now
   * @returns the text in that encoding, with everything that was changed
   */
  readAs(encoding: Encoding, text: string): string {
    const { source, changes } = readAgain(this.#source, this.#changesTo(text), encoding);
    this.#source = source;
    this.#changes = changes;
    this.confirm();
    return changes.apply(Text.of(source.text.split('\n'))).toString();
  }

  /** What a draft has to know beside the text. */
  forDraft(): { encoding: DraftEncoding; changes: unknown } {
    const { encoding } = this.#source;
    return {
      encoding: { encoding, isConfirmed: this.#isSure, isConverted: this.#isConverted },
      changes: this.#changes?.toJSON(),
    };
  }

  /** Goes on with a draft of this very file. */
  takeDraft({ text, changes, encoding }: Draft): void {
    this.#changes = changesOfDraft(this.#source.text, text, changes);
    this.#isConverted = encoding?.isConverted ?? false;
  }

  #changesTo(text: string): ChangeSet {
    return this.#changes?.newLength === text.length ? this.#changes : changeBetween(this.#source.text, text);
  }
}

/** The changes of a draft, where they lead from the one text to the other; else all that differs is one change. */
function changesOfDraft(before: string, now: string, kept: unknown): ChangeSet {
  try {
    const changes = ChangeSet.fromJSON(kept);
    if (changes.apply(Text.of(before.split('\n'))).toString() === now) return changes;
  } catch {
    // Kept by an older page, or spoilt.
  }
  return changeBetween(before, now);
}
