import { makeZip } from 'client-zip';
import { causeCode } from '@/lib/db/cause-code';
import { AppError, isFault } from '@/lib/errors';
import { logger } from '@/lib/logger';
import type { ArchiveEntry } from './plan-archive';

/** Bytes, and how many there are. */
export type Opened = { size: number; body: ReadableStream<Uint8Array> };

type Reader = ReadableStreamDefaultReader<Uint8Array>;

/**
 * A zip of the entries, made as it is read: one document is open at a time, none before the first byte is asked
 * for and none after the stream was cancelled or broke. A document that cannot be opened or has other bytes than
 * it says breaks the stream.
 */
export function zipStream(
  entries: readonly ArchiveEntry[],
  open: (documentId: string) => Promise<Opened>,
): ReadableStream<Uint8Array> {
  let zip: Reader | null = null;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        zip ??= makeZip(inputs(entries, open)).getReader();
        const { done, value } = await zip.read().catch((error: unknown) => {
          // The answer has begun: it can only break off, which says nothing.
          if (isFault(error)) logger().error({ err: error, cause: causeCode(error) }, 'a zip broke off');
          throw error;
        });
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel(reason) {
        // It is thrown into `inputs`, where the open document is closed, and comes out again.
        await zip?.cancel(reason).catch(() => {});
      },
    },
    { highWaterMark: 0 },
  );
}

async function* inputs(entries: readonly ArchiveEntry[], open: (documentId: string) => Promise<Opened>) {
  for (const { path, documentId, modifiedAt } of entries) {
    if (documentId === null) {
      yield { name: `${path}/`, lastModified: modifiedAt };
      continue;
    }
    const { size, body } = await open(documentId);
    const reader = body.getReader();
    try {
      yield { name: path, lastModified: modifiedAt, size, input: bytesOf(reader, size) };
    } finally {
      await close(reader);
    }
  }
}

async function* bytesOf(reader: Reader, size: number): AsyncGenerator<Uint8Array> {
  let seen = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      seen += value?.byteLength ?? 0;
      if (seen > size || (done && seen < size)) {
        throw new AppError('content-missing', 'The bytes of this document are damaged.');
      }
      if (done) return;
      yield value;
    }
  } finally {
    await close(reader);
  }
}

/** Cancelling twice, or what has failed, is no matter. */
async function close(reader: Reader): Promise<void> {
  await reader.cancel().catch(() => {});
}
