import { createHash } from 'node:crypto';
import { AppError } from '@/lib/errors';

/**
 * Counts and hashes a body on its way, and breaks off as soon as it is longer than announced or allowed.
 * `finish` must be called at the end: a body that was shorter than announced is refused there.
 */
export class Measure {
  size = 0;
  readonly #hash = createHash('sha256');

  /** @throws AppError `too-large` at once for a body that is announced as longer than allowed */
  constructor(readonly limits: { expectedBytes?: number | undefined; maxBytes: number }) {
    if ((limits.expectedBytes ?? 0) > limits.maxBytes) throw tooLarge();
  }

  async *pass(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of body) {
      this.size += chunk.byteLength;
      if (this.size > this.limits.maxBytes) throw tooLarge();
      if (this.limits.expectedBytes !== undefined && this.size > this.limits.expectedBytes) {
        throw new AppError('incomplete-body', 'More bytes came than were announced.');
      }
      this.#hash.update(chunk);
      yield chunk;
    }
  }

  finish(): { size: number; sha256: string } {
    if (this.limits.expectedBytes !== undefined && this.size !== this.limits.expectedBytes) {
      throw new AppError('incomplete-body', 'Fewer bytes came than were announced. Send the document again.');
    }
    return { size: this.size, sha256: this.#hash.digest('base64') };
  }
}

function tooLarge(): AppError {
  return new AppError('too-large', 'The document is larger than this portal takes.');
}
