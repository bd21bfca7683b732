export type StoredObject = {
  /** generated; opaque to everybody else */
  key: string;
  /** bytes */
  size: number;
  /** base64 of the SHA-256 digest */
  sha256: string;
};

/**
 * Where the bytes of documents are. Objects are immutable: each put makes a new key, and nothing is ever
 * overwritten. Every driver passes test/contract/storage.contract.ts.
 */
export interface Storage {
  /**
   * Stores a body as a new object, durably: when it resolves the bytes survive a loss of power.
   * @param options.expectedBytes the announced length; a body of another length is not stored
   * @throws AppError `incomplete-body` (shorter, longer, cut off), `too-large` (over maxBytes),
   *   `storage-full`, `unavailable`; nothing is left behind
   */
  put(
    body: ReadableStream<Uint8Array> | null,
    options: { expectedBytes?: number | undefined; maxBytes: number },
  ): Promise<StoredObject>;

  /**
   * Opens an object.
   * @param range first and last byte, both inclusive
   * @throws AppError `content-missing`, `unavailable`
   */
  get(key: string, range?: { start: number; end: number }): Promise<ReadableStream<Uint8Array>>;

  /** Removes an object; one that is not there is no error. */
  delete(key: string): Promise<void>;

  /** All objects; `modifiedAt` in milliseconds since 1970. */
  list(): AsyncIterable<{ key: string; size: number; modifiedAt: number }>;

  /** Writes, reads and removes a probe. @throws AppError `unavailable`, `storage-full` */
  check(): Promise<void>;
}
