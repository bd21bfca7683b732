import { type Encoding, isEncoding } from '@/app/built-in/_encoding/encodings';

/**
 * How the file of a draft was read. `isConfirmed`: without a doubt, or the person said so. `isConverted`: the person has
 * said that it is to be written in UTF-8 from now on.
 */
export type DraftEncoding = { encoding: Encoding; isConfirmed: boolean; isConverted: boolean };

/** A text that has not reached the host yet, as this browser keeps it. */
export type Draft = {
  text: string;
  /** null where an older page kept it */
  encoding: DraftEncoding | null;
  /** what leads from the text as it was read to this one: a ChangeSet of CodeMirror as JSON */
  changes: unknown;
  /** the version of the document that it was written on */
  version: string;
  /** milliseconds since 1970 by this browser's clock */
  keptAt: number;
};

const storeName = 'drafts';

/**
 * Keeps what is not saved yet in this browser (IndexedDB), so that a closed tab, a crash or a dead battery loses no
 * word. Each person's drafts are their own. A browser that has no storage has no drafts: nothing here throws.
 */
export class DraftStore {
  #opening: Promise<IDBDatabase | null> | null = null;
  readonly #key: string;
  /** for a browser that has no storage */
  #confirmed: { encoding: Encoding; version: string } | null = null;

  constructor(userId: string, fileId: string) {
    this.#key = `${userId}/${fileId}`;
  }

  async read(): Promise<Draft | null> {
    const found = await this.#run('readonly', (store) => store.get(this.#key));
    return isDraft(found) ? { ...found, encoding: isDraftEncoding(found.encoding) ? found.encoding : null } : null;
  }

  async keep(draft: Draft): Promise<void> {
    await this.#run('readwrite', (store) => store.put(draft, this.#key));
  }

  async drop(): Promise<void> {
    await this.#run('readwrite', (store) => store.delete(this.#key));
  }

  /** The encoding that the person has confirmed for a version of the document; null for none. */
  async confirmedFor(version: string): Promise<Encoding | null> {
    const found = this.#confirmed ?? (await this.#run('readonly', (store) => store.get(`${this.#key}/encoding`)));
    const isOfVersion = isObject(found) && 'version' in found && found.version === version;
    return isOfVersion && 'encoding' in found && isEncoding(found.encoding) ? found.encoding : null;
  }

  async keepConfirmed(encoding: Encoding, version: string): Promise<void> {
    const confirmed = { encoding, version };
    this.#confirmed = confirmed;
    await this.#run('readwrite', (store) => store.put(confirmed, `${this.#key}/encoding`));
  }

  async #run(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
    this.#opening ??= openDatabase();
    const database = await this.#opening;
    if (!database) return null;
    return new Promise((resolve) => {
      try {
        const transaction = database.transaction(storeName, mode, { durability: 'strict' });
        const request = work(transaction.objectStore(storeName));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onabort = () => resolve(null);
      } catch {
        resolve(null);
      }
    });
  }
}

function openDatabase(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open('lectern-drafts', 1);
      request.onupgradeneeded = () => request.result.createObjectStore(storeName);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(null);
      request.onblocked = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isDraft(value: unknown): value is Draft {
  return isObject(value) && 'text' in value && typeof value.text === 'string';
}

function isDraftEncoding(value: unknown): value is DraftEncoding {
  return isObject(value) && 'encoding' in value && isEncoding(value.encoding);
}
