/** How long after the last change a save begins, and how long changes may wait at the most. */
const pauseMs = 2_000;
const longestMs = 10_000;
/** A lock lives for 30 minutes. */
const refreshEveryMs = 10 * 60_000;
const firstRetryMs = 2_000;
const longestRetryMs = 30_000;

type Work = { save: () => Promise<unknown>; keepDraft: () => Promise<unknown>; refreshLock: () => Promise<unknown> };

/** When a text is saved by itself, tried again, kept in this browser, and its lock refreshed. */
export class Autosave {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #draftTimer: ReturnType<typeof setTimeout> | undefined;
  #refreshTimer: ReturnType<typeof setInterval> | undefined;
  #firstChangeAt: number | null = null;
  #retryMs = firstRetryMs;
  #ending: AbortController | null = null;

  constructor(private readonly work: Work) {}

  start(): void {
    this.stop();
    this.#ending = new AbortController();
    const { signal } = this.#ending;
    this.#refreshTimer = setInterval(() => this.work.refreshLock(), refreshEveryMs);
    // Back from sleep, or back on line: what waited goes now.
    window.addEventListener('online', () => this.work.save(), { signal });
    document.addEventListener(
      'visibilitychange',
      () => {
        if (document.visibilityState === 'hidden') this.work.keepDraft();
        else this.work.refreshLock();
        this.work.save();
      },
      { signal },
    );
  }

  stop(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#draftTimer);
    clearInterval(this.#refreshTimer);
    this.#ending?.abort();
    this.#firstChangeAt = null;
  }

  /**
   * Something was changed.
   * @param text.length the longer it is, the less often this browser keeps it
   * @param text.mayTry false while a save waits for the person's decision
   */
  note({ length, mayTry }: { length: number; mayTry: boolean }): void {
    const now = Date.now();
    clearTimeout(this.#draftTimer);
    this.#draftTimer = setTimeout(() => this.work.keepDraft(), 200 + length / 2000);
    if (!mayTry || this.#retryMs > firstRetryMs) return;
    this.#firstChangeAt ??= now;
    clearTimeout(this.#timer);
    const wait = Math.max(0, Math.min(pauseMs, this.#firstChangeAt + longestMs - now));
    this.#timer = setTimeout(() => this.work.save(), wait);
  }

  succeeded(): void {
    clearTimeout(this.#timer);
    this.#firstChangeAt = null;
    this.#retryMs = firstRetryMs;
  }

  /** @param isPassing whether it is worth trying again without a decision */
  failed(isPassing: boolean): void {
    clearTimeout(this.#timer);
    if (!isPassing) return;
    this.#timer = setTimeout(() => this.work.save(), this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, longestRetryMs);
  }
}
