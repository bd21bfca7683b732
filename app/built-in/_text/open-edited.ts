import type { FileInfo, WopiFile } from '@/app/built-in/_wopi/wopi-file';
import type { Draft, DraftStore } from './draft-store';
import { EditedText } from './edited-text';
import { namesOfEditors } from './names-of-editors';
import { openText } from './open-text';
import { readingOf } from './reading-of';
import type { OpenFailure, OpenState } from './session-state';
import type { TabLock } from './tab-lock';

export type OpenedEdited =
  | { ok: false; failure: OpenFailure; info: FileInfo | null }
  | {
      ok: true;
      version: string;
      edited: EditedText;
      /** whether the text goes on where a draft stopped, which is not saved yet */
      goesOn: boolean;
      state: Omit<OpenState, 'phase' | 'opening'>;
    };

/**
 * Opens a text, read as the person said of this version before, together with what this browser kept of it.
 * @param input.keepersOf the lock of this browser and its drafts, for the person that the token is of
 */
export async function openEdited(
  file: WopiFile,
  input: { mode: 'edit' | 'view'; fileId: string; keepersOf: (info: FileInfo) => { tab: TabLock; drafts: DraftStore } },
): Promise<OpenedEdited> {
  const kept: { drafts: DraftStore | null; draft: Draft | null } = { drafts: null, draft: null };
  const result = await openText(file, {
    mode: input.mode,
    tabOf: (info) => {
      const { tab, drafts } = input.keepersOf(info);
      kept.drafts = drafts;
      return tab;
    },
    choiceOf: async (version) => {
      kept.draft = input.mode === 'edit' ? ((await kept.drafts?.read()) ?? null) : null;
      if (kept.draft?.version === version && kept.draft.encoding) return kept.draft.encoding;
      const encoding = await kept.drafts?.confirmedFor(version);
      return encoding ? { encoding, isConfirmed: true } : null;
    },
  });
  if (!result.ok) return result;
  const { info, version, read, isPart, readReason } = result;
  const edited = new EditedText(read);
  const found = isPart ? null : foundDraft(kept.draft, edited, version);
  // What was typed on this very version and never arrived goes on where it stopped.
  const goesOn = found?.isOfThisVersion === true && readReason === null;
  if (goesOn) edited.takeDraft(found);
  const state = {
    info,
    name: info.BaseFileName,
    text: goesOn ? found.text : read.source.text,
    isPart,
    format: edited.format,
    reading: readingOf(edited),
    lacks: [],
    readReason,
    holder: readReason === 'locked' ? await namesOfEditors(input.fileId) : null,
    save: { kind: 'saved' } as const,
    found: goesOn ? { ...found, text: '' } : found,
  };
  return { ok: true, version, edited, goesOn, state };
}

/** A text that this browser kept; null where there is none, or it is what the file holds. */
function foundDraft(draft: Draft | null, edited: EditedText, version: string) {
  const isOfThisVersion = draft?.version === version;
  const isConversion = isOfThisVersion && draft.encoding?.isConverted === true;
  return draft && (draft.text !== edited.source.text || isConversion) ? { ...draft, isOfThisVersion } : null;
}
