import type { Written } from '@/app/built-in/_encoding/write-text';
import { type SaveKind, statusProblem, type WopiFile } from '@/app/built-in/_wopi/wopi-file';
import type { SaveProblem } from './session-state';
import type { TabLock } from './tab-lock';

/** `lacks`: characters that the encoding of the text does not have. */
export type SaveOutcome =
  | { ok: true; version: string }
  | { ok: false; problem: SaveProblem; lacks?: readonly string[] };

type SaveInput = { kind: SaveKind; userId: string; version: string; isReplacing?: boolean };

/** Saves what could be written as bytes; what could not is for the person to decide, and nothing is sent. */
export async function saveWritten(
  file: WopiFile,
  tab: TabLock,
  written: Written,
  input: SaveInput,
): Promise<SaveOutcome> {
  if (!written.ok) return { ok: false, problem: 'lacks', lacks: written.lacks };
  return saveText(file, tab, { ...input, bytes: written.bytes });
}

/**
 * RefreshLock → PutFile. A lock that somebody released, or that ended, is taken again where the version is still the
 * one that was edited; otherwise it is for the person to decide. Asked before, since the host keeps the bytes of
 * every save that it must refuse.
 * @param input.version the version that was edited
 * @param input.isReplacing whether another version may be replaced: the person said so
 */
export async function saveText(
  file: WopiFile,
  tab: TabLock,
  input: SaveInput & { bytes: Uint8Array<ArrayBuffer> },
): Promise<SaveOutcome> {
  // A page that goes away has time for one request only.
  const problem = input.kind === 'exit' ? null : await lockProblem(file, tab, input);
  if (problem) return { ok: false, problem };
  const { status, headers } = await file.putFile(input.bytes, tab.id, input.kind, { userId: input.userId });
  if (status === 409) return { ok: false, problem: 'taken' };
  if (status === 413) return { ok: false, problem: 'too-large' };
  if (status !== 200) return { ok: false, problem: statusProblem(status) };
  return { ok: true, version: headers.get('x-wopi-itemversion') ?? input.version };
}

async function lockProblem(
  file: WopiFile,
  tab: TabLock,
  { version, isReplacing = false }: { version: string; isReplacing?: boolean },
): Promise<SaveProblem | null> {
  const refreshed = await file.refreshLock(tab.id);
  if (refreshed.status === 200) return null;
  if (refreshed.status !== 409) return statusProblem(refreshed.status);
  if ((refreshed.headers.get('x-wopi-lock') ?? '') !== '') return 'taken';
  const locked = await file.lock(tab.id);
  if (locked.status === 409) return 'taken';
  if (locked.status !== 200) return statusProblem(locked.status);
  if (locked.headers.get('x-wopi-itemversion') === version || isReplacing) {
    tab.remember();
    return null;
  }
  // Held on to, the lock would let the next save, which asks nobody, replace that version.
  await file.unlock(tab.id);
  return 'changed';
}
