/** A text that has not reached the host yet, as this browser keeps it. */
export type Draft = {
  text: string;
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

  constructor(userId: string, fileId: string) {
    this.#key = `${userId}/${fileId}`;
  }

  async read(): Promise<Draft | null> {
    const found = await this.#run('readonly', (store) => store.get(this.#key));
    return isDraft(found) ? found : null;
  }

  async keep(draft: Draft): Promise<void> {
    await this.#run('readwrite', (store) => store.put(draft, this.#key));
  }

  async drop(): Promise<void> {
    await this.#run('readwrite', (store) => store.delete(this.#key));
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

function isDraft(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
}
