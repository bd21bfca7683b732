import { close, createReadStream, open as openDescriptor, read } from 'node:fs';
import { constants, lstat, mkdir, open, opendir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { codeOf } from '@/lib/db/code-of';
import { AppError, isAppError } from '@/lib/errors';
import { logger } from '@/lib/logger';
import { newId } from '@/lib/shared/new-id';
import { Measure } from './measure';
import type { Storage, StoredObject } from './storage';

/** Temporary files this old belong to a process that is gone. */
const abandonedMs = 24 * 60 * 60_000;
const readChunk = 256 * 1024;

/**
 * Bytes in a folder: `objects/ab/abcd…`, one file an object. The order that survives a crash at every
 * step: temporary file, fsync, rename, fsync of the folder.
 */
export class LocalStorage implements Storage {
  readonly #objects: string;
  readonly #temporary: string;

  constructor(root: string) {
    this.#objects = path.join(root, 'objects');
    this.#temporary = path.join(root, 'tmp');
  }

  async put(
    body: ReadableStream<Uint8Array> | null,
    options: { expectedBytes?: number | undefined; maxBytes: number },
  ): Promise<StoredObject> {
    const key = newId();
    const temporary = path.join(this.#temporary, key);
    try {
      await mkdir(this.#temporary, { recursive: true, mode: 0o700 });
      const measured = await writeDurably(temporary, body, new Measure(options));
      const target = this.#pathOf(key);
      await this.#makeFolder(path.dirname(target));
      await rename(temporary, target);
      await syncFolder(path.dirname(target));
      return { key, ...measured };
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => {});
      const failed = storageError(error);
      if (isAppError(failed) && failed.code === 'content-missing') throw unavailable(error);
      throw failed;
    }
  }

  async get(key: string, range?: { start: number; end: number }): Promise<ReadableStream<Uint8Array>> {
    try {
      // Opened before the answer begins, so that a missing object is an error and not an empty body.
      const fd = await promisify(openDescriptor)(this.#pathOf(key), constants.O_RDONLY | constants.O_NOFOLLOW);
      const fs = { read: tellingRead(key), close };
      const stream = createReadStream('', { fd, fs, highWaterMark: readChunk, autoClose: true, ...range });
      // Node types this stream as its own ReadableStream; it is the web's.
      return Readable.toWeb(stream, { type: 'bytes' } as never) as ReadableStream<Uint8Array>;
    } catch (error) {
      throw storageError(error);
    }
  }

  async delete(key: string): Promise<void> {
    await rm(this.#pathOf(key), { force: true }).catch((error: unknown) => {
      throw storageError(error);
    });
  }

  async *list(): AsyncGenerator<{ key: string; size: number; modifiedAt: number }> {
    for await (const entry of walk(this.#objects)) {
      const { size, mtimeMs } = await lstat(entry);
      yield { key: path.basename(entry), size, modifiedAt: mtimeMs };
    }
  }

  async check(): Promise<void> {
    const { key } = await this.put(new Blob(['probe']).stream(), { maxBytes: 5, expectedBytes: 5 });
    await (await this.get(key)).cancel();
    await this.delete(key);
  }

  /** Removes temporary files that a process left behind more than a day ago. */
  async removeAbandoned(now = Date.now()): Promise<void> {
    for await (const entry of walk(this.#temporary)) {
      const { mtimeMs } = await lstat(entry);
      if (now - mtimeMs > abandonedMs) await rm(entry, { force: true });
    }
  }

  #pathOf(key: string): string {
    if (!/^[0-9a-z]{20,40}$/.test(key)) throw new AppError('content-missing', 'That is no key of an object.');
    return path.join(this.#objects, key.slice(0, 2), key);
  }

  async #makeFolder(folder: string): Promise<void> {
    const made = await mkdir(folder, { recursive: true, mode: 0o700 });
    if (made) await syncFolder(path.dirname(made));
  }
}

/**
 * Reads for a stream, and logs what fails: the answer has begun, and whoever reads it can only break off and says
 * nothing. The stream itself has an error also when its reader goes away, which is no fault.
 */
function tellingRead(key: string) {
  return (
    fd: number,
    buffer: NodeJS.ArrayBufferView,
    offset: number,
    length: number,
    position: number | null,
    done: (error: NodeJS.ErrnoException | null, bytes: number, buffer: NodeJS.ArrayBufferView) => void,
  ): void =>
    read(fd, buffer, offset, length, position, (error, bytes, filled) => {
      if (error) logger().error({ err: error, cause: codeOf(error), key }, 'an object could not be read');
      done(error, bytes, filled);
    });
}

async function writeDurably(file: string, body: ReadableStream<Uint8Array> | null, measure: Measure) {
  const handle = await open(file, 'wx', 0o600);
  try {
    if (body) for await (const chunk of measure.pass(readBody(body))) await writeAll(handle, chunk);
    const measured = measure.finish();
    await handle.sync();
    return measured;
  } finally {
    await handle.close();
  }
}

/** What breaks while the body comes in is the sender's doing, not the disk's. */
async function* readBody(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        throw new AppError('incomplete-body', 'The document broke off on its way. Send it again.', {}, { cause });
      });
      if (done) return;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}

async function writeAll(handle: Awaited<ReturnType<typeof open>>, chunk: Uint8Array): Promise<void> {
  for (let written = 0; written < chunk.byteLength; ) {
    written += (await handle.write(chunk, written)).bytesWritten;
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function* walk(folder: string): AsyncGenerator<string> {
  const entries = await opendir(folder, { recursive: true }).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
  });
  if (!entries) return;
  for await (const entry of entries) if (entry.isFile()) yield path.join(entry.parentPath, entry.name);
}

function storageError(error: unknown): unknown {
  if (isAppError(error)) return error;
  const code = codeOf(error) ?? '';
  const cause = { cause: error };
  if (code === 'ENOENT' || code === 'ELOOP')
    return new AppError('content-missing', 'The bytes of this document are missing.', {}, cause);
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) {
    return new AppError('storage-full', 'There is no room left for documents. Tell your administrator.', {}, cause);
  }
  return unavailable(error);
}

function unavailable(cause: unknown): AppError {
  return new AppError(
    'unavailable',
    'Documents cannot be stored or read at the moment. Try again in a minute.',
    {},
    { cause },
  );
}
