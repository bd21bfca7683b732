import type { MarkdownQuestion } from './markdown-worker';

/** After so long, in milliseconds, a text counts as one that cannot be shown. */
const mostMs = 5_000;

/**
 * Makes HTML of Markdown in a thread of its own, so that the page answers keys whatever the text is. One text at a
 * time; of those that come meanwhile the newest is next.
 */
export class MarkdownWork {
  readonly #onHtml: (html: string | null) => void;
  #worker: Worker | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isBusy = false;
  #next: MarkdownQuestion | null = null;

  /** @param onHtml gets HTML that is not cleaned yet; null: the text could not be made into any, or not in time */
  constructor(onHtml: (html: string | null) => void) {
    this.#onHtml = onHtml;
  }

  ask(question: MarkdownQuestion): void {
    this.#next = question;
    if (!this.#isBusy) this.#begin();
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = null;
    this.#isBusy = false;
    this.#next = null;
  }

  #begin(): void {
    const question = this.#next;
    this.#next = null;
    if (!question) return;
    this.#isBusy = true;
    this.#worker ??= this.#hire();
    this.#timer = setTimeout(() => this.#giveUp(), mostMs);
    this.#worker.postMessage(question);
  }

  #hire(): Worker {
    const worker = new Worker('/built-in/assets/markdown-worker.js');
    worker.onmessage = ({ data }: MessageEvent<string | null>) => this.#finish(data);
    worker.onerror = () => this.#giveUp();
    return worker;
  }

  #giveUp(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#finish(null);
  }

  #finish(html: string | null): void {
    clearTimeout(this.#timer);
    this.#isBusy = false;
    this.#onHtml(html);
    this.#begin();
  }
}
