import { type EncodingChoice, type ReadText, readText } from '@/app/built-in/_encoding/read-text';
import { type FileInfo, statusProblem, type WopiFile } from '@/app/built-in/_wopi/wopi-file';
import { maxTextBytes } from '@/lib/shared/built-in-types';
import type { OpenFailure, ReadReason } from './session-state';
import type { TabLock } from './tab-lock';

/** How much is shown of a text that is too large to be edited. */
const partBytes = 512 * 1024;

export type OpenedText =
  | { ok: false; failure: OpenFailure; info: FileInfo | null }
  | {
      ok: true;
      info: FileInfo;
      /** the version of the content, X-WOPI-ItemVersion */
      version: string;
      read: ReadText;
      isPart: boolean;
      /** null: the file is locked for this browser and may be changed */
      readReason: ReadReason | null;
    };

type OpenInput = {
  mode: 'edit' | 'view';
  tabOf: (info: FileInfo) => TabLock;
  /** what the person chose before for a version of the text */
  choiceOf?: (version: string) => Promise<EncodingChoice | null>;
};

/** CheckFileInfo → Lock, where the text is to be edited → GetFile, as every WOPI client does. */
export async function openText(file: WopiFile, input: OpenInput): Promise<OpenedText> {
  const about = await file.checkFileInfo();
  if (about.status !== 200 || !about.response) return { ok: false, failure: statusProblem(about.status), info: null };
  const info: FileInfo = await about.response.json();
  const tab = input.tabOf(info);
  const readReason = reasonToRead(info, input.mode) ?? (await lock(file, tab));
  if (readReason !== null && typeof readReason !== 'string') return { ok: false, failure: readReason.failure, info };
  const content = await readContent(file, info, input);
  if (!content.ok) {
    if (readReason === null) await unlock(file, tab);
    return { ok: false, failure: content.failure, info };
  }
  const { read, version, isPart } = content;
  return { ok: true, info, version, read, isPart, readReason };
}

function reasonToRead(info: FileInfo, mode: 'edit' | 'view'): ReadReason | null {
  if (info.Size > maxTextBytes) return 'too-large';
  if (mode === 'view') return 'view';
  return info.ReadOnly || !info.UserCanWrite ? 'no-right' : null;
}

async function lock(file: WopiFile, tab: TabLock): Promise<ReadReason | { failure: OpenFailure } | null> {
  if (!(await tab.take())) return 'other-tab';
  const { status } = await file.lock(tab.id);
  if (status === 200) {
    tab.remember();
    return null;
  }
  tab.leave();
  tab.forget();
  if (status === 409) return 'locked';
  // A right that was withdrawn since CheckFileInfo: the protocol says 404 for that.
  return status === 404 ? 'no-right' : { failure: statusProblem(status) };
}

/** Unlock, and another tab may have it. */
export async function unlock(file: WopiFile, tab: TabLock): Promise<void> {
  const { id } = tab;
  tab.forget();
  await file.unlock(id);
  tab.leave();
}

async function readContent(file: WopiFile, info: FileInfo, { choiceOf }: OpenInput) {
  const { status, headers, response } = await file.getFile();
  if (status !== 200 || !response?.body) return { ok: false as const, failure: statusProblem(status) };
  try {
    const isPart = info.Size > maxTextBytes;
    const bytes = isPart ? await beginning(response.body) : new Uint8Array(await response.arrayBuffer());
    const version = headers.get('x-wopi-itemversion') ?? info.Version;
    const choice = await choiceOf?.(version);
    const read = await readText(bytes, { name: info.BaseFileName, choice: choice ?? null });
    if (!read) return { ok: false as const, failure: 'not-text' as const };
    return { ok: true as const, read, isPart, version };
  } catch {
    return { ok: false as const, failure: 'unreachable' as const };
  }
}

/** The first lines of a large file, cut at a line's end so that no character is cut. */
async function beginning(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const bytes = new Uint8Array(partBytes);
  const reader = body.getReader();
  let length = 0;
  while (length < partBytes) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes.set(value.subarray(0, partBytes - length), length);
    length += Math.min(value.length, partBytes - length);
  }
  await reader.cancel();
  return wholeCharacters(bytes.subarray(0, length));
}

/** UTF-16 and UTF-32 have a line's end in several bytes; a text of one line is cut where UTF-8 has a character's end. */
function wholeCharacters(bytes: Uint8Array): Uint8Array {
  if (bytes.includes(0)) return bytes.subarray(0, bytes.length - (bytes.length % 4));
  const line = bytes.lastIndexOf(0x0a) + 1;
  if (line > 0) return bytes.subarray(0, line);
  let last = bytes.length - 1;
  while (last > bytes.length - 4 && ((bytes[last] ?? 0) & 0xc0) === 0x80) last -= 1;
  const lead = bytes[last] ?? 0;
  const needed = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  return needed > bytes.length - last ? bytes.subarray(0, last) : bytes;
}
