import type { Evidence } from '@/app/built-in/_encoding/read-text';
import type { TextFormat } from '@/app/built-in/_encoding/source-text';
import type { FileInfo } from '@/app/built-in/_wopi/wopi-file';

/** Why a text cannot be shown. */
export type OpenFailure = 'unreachable' | 'signed-out' | 'gone' | 'not-text';

/** Why a text can only be read. `ended`: another version becomes the current one, and the page opens it anew. */
export type ReadReason = 'view' | 'no-right' | 'too-large' | 'locked' | 'other-tab' | 'ended';

/**
 * Why a text is not saved. Of these `unreachable` and `signed-out` pass, and the save is tried again; `taken`
 * (another has the lock), `changed` (another version is there) and `lacks` (the encoding lacks a character) are the
 * person's to decide; `gone`: the document or the right to change it.
 */
export type SaveProblem = 'unreachable' | 'signed-out' | 'taken' | 'changed' | 'lacks' | 'gone' | 'too-large';

export type SaveState = { kind: 'saved' | 'unsaved' | 'saving' } | { kind: 'failed'; problem: SaveProblem };

/** How sure it is that the text was read as it was written. */
export type Reading = {
  evidence: Evidence;
  isSure: boolean;
  /** bytes that mean nothing in this encoding */
  markCount: number;
  /** whether it was saved in UTF-8 since, so that there is nothing to choose any more */
  isConverted: boolean;
  /** whether the person wanted to save and has to confirm the encoding first */
  isAsked: boolean;
};

export type OpenState = {
  phase: 'open';
  info: FileInfo;
  /** as it is called now: renamed here perhaps */
  name: string;
  /** another number makes another editor, with `text` in it */
  opening: number;
  text: string;
  /** whether `text` is only the beginning of a large file */
  isPart: boolean;
  format: TextFormat;
  reading: Reading;
  /** characters of the text that its encoding lacks, while that keeps it from being saved */
  lacks: readonly string[];
  /** null while it is edited */
  readReason: ReadReason | null;
  /** who edits instead, where that is known */
  holder: string | null;
  save: SaveState;
  /** a text of this person that never reached the host, kept by this browser; null when there is none or it is in use */
  found: { text: string; keptAt: number; isOfThisVersion: boolean } | null;
};

export type SessionState =
  | { phase: 'opening' }
  | { phase: 'failed'; failure: OpenFailure; info: FileInfo | null }
  | OpenState;

/** The editor in the page, as far as the session needs it. */
export type TextPort = {
  read: () => string;
  length: () => number;
  write: (text: string) => void;
  /** puts something in place of a range */
  replace: (from: number, to: number, insert: string) => void;
  /** chooses a range and brings it into view */
  choose: (from: number, to: number) => void;
  focus: () => void;
};
