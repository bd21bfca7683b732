/**
 * The lock id of this browser for one file, and the certainty that only one of its tabs uses it. A tab that crashed
 * leaves the id behind, so that the person who opens the file again goes on under the lock that still stands.
 */
export class TabLock {
  readonly #key: string;
  #release: (() => void) | null = null;
  #id: string | null = null;

  constructor(userId: string, fileId: string) {
    this.#key = `lectern-lock/${userId}/${fileId}`;
  }

  /** The id to lock with. */
  get id(): string {
    this.#id ??= this.#remembered() ?? newLockId();
    return this.#id;
  }

  /** @returns false while another tab of this browser edits the file */
  async take(): Promise<boolean> {
    if (this.#release) return true;
    // Browsers have no Web Locks on plain http: then each page has an id of its own, and the host decides.
    if (!navigator.locks) return true;
    return new Promise((resolve) => {
      navigator.locks
        .request(this.#key, { ifAvailable: true }, (held) => {
          resolve(held !== null);
          if (held === null) return;
          return new Promise<void>((release) => {
            this.#release = release;
          });
        })
        .catch(() => resolve(true));
    });
  }

  /** The host has locked the file with the id. */
  remember(): void {
    if (navigator.locks) storage()?.setItem(this.#key, this.id);
  }

  /** The file is unlocked, or the lock is lost. */
  forget(): void {
    storage()?.removeItem(this.#key);
    this.#id = null;
  }

  /** Lets another tab edit. */
  leave(): void {
    this.#release?.();
    this.#release = null;
  }

  #remembered(): string | null {
    return (navigator.locks && storage()?.getItem(this.#key)) ?? null;
  }
}

function newLockId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `text-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

function storage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
