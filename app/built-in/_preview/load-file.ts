import { type FileInfo, statusProblem, type WopiFile } from '@/app/built-in/_wopi/wopi-file';
import { type PreviewKind, previewKind } from '@/lib/shared/built-in-types';
import type { PreviewFailure } from './preview-failure';

/** What is held in memory whole, and several times over while it is drawn. */
export const maxPreviewBytes: Readonly<Record<PreviewKind, number>> = {
  docx: 64 * 1024 * 1024,
  image: 64 * 1024 * 1024,
  pdf: 256 * 1024 * 1024,
};

/** A host that sends nothing for so long has gone. */
const silenceMs = 60_000;

export type LoadedFile =
  | { ok: true; info: FileInfo; kind: PreviewKind; bytes: ArrayBuffer }
  | { ok: false; info: FileInfo | null; failure: PreviewFailure };

type Listener = {
  onInfo: (info: FileInfo) => void;
  /** @param share from 0 to 1 */
  onProgress: (share: number) => void;
};

/** CheckFileInfo → GetFile, the content counted as it comes. */
export async function loadFile(file: WopiFile, signal: AbortSignal, listener: Listener): Promise<LoadedFile> {
  const about = await file.checkFileInfo();
  if (about.status !== 200 || !about.response) return { ok: false, info: null, failure: statusProblem(about.status) };
  const info: FileInfo = await about.response.json();
  listener.onInfo(info);
  const kind = previewKind(info.BaseFileName);
  if (!kind) return { ok: false, info, failure: 'no-preview' };
  if (info.Size === 0) return { ok: false, info, failure: 'empty' };
  if (info.Size > maxPreviewBytes[kind]) return { ok: false, info, failure: 'too-large' };
  const silence = new Silence(signal);
  try {
    const { status, response } = await file.getFile(silence.signal);
    if (status !== 200 || !response?.body) return { ok: false, info, failure: statusProblem(status) };
    const read = await readAll(response.body, info.Size, (share) => {
      silence.isBroken();
      listener.onProgress(share);
    });
    return read ? { ok: true, info, kind, bytes: read } : { ok: false, info, failure: 'unreachable' };
  } catch {
    return { ok: false, info, failure: 'unreachable' };
  } finally {
    silence.end();
  }
}

/** All of a body of a known length; null when it has another one. */
async function readAll(body: ReadableStream<Uint8Array>, size: number, onProgress: (share: number) => void) {
  const bytes = new Uint8Array(size);
  const reader = body.getReader();
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return length === size ? bytes.buffer : null;
    if (length + value.length > size) {
      await reader.cancel();
      return null;
    }
    bytes.set(value, length);
    length += value.length;
    onProgress(length / size);
  }
}

/** Aborts when nothing was heard for long, or when `outer` does. */
class Silence {
  readonly #control = new AbortController();
  #timer = 0;

  constructor(outer: AbortSignal) {
    if (outer.aborted) this.#control.abort();
    outer.addEventListener('abort', () => this.#control.abort(), { signal: this.#control.signal });
    this.isBroken();
  }

  get signal(): AbortSignal {
    return this.#control.signal;
  }

  isBroken(): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#control.abort(), silenceMs);
  }

  end(): void {
    window.clearTimeout(this.#timer);
  }
}
