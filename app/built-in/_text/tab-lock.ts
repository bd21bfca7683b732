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
    const locks = webLocks();
    if (!locks) return true;
    return new Promise((resolve) => {
      locks
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
    if (webLocks()) storage()?.setItem(this.#key, this.id);
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
    return webLocks() ? (storage()?.getItem(this.#key) ?? null) : null;
  }
}

function webLocks(): LockManager | undefined {
  // biome-ignore lint/plugin: on plain http each page has an id of its own, and the host decides
  return navigator.locks;
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
