/** The part of an old-style Next response that next-auth writes to; it becomes a web Response. */
export class AnswerSheet {
  readonly #headers = new Map<string, string | string[]>();
  #status = 200;
  #body: string | null = null;

  status(code: number): this {
    this.#status = code;
    return this;
  }

  getHeader(name: string): string | string[] | undefined {
    return this.#headers.get(name.toLowerCase());
  }

  setHeader(name: string, value: string | string[]): this {
    this.#headers.set(name.toLowerCase(), value);
    return this;
  }

  json(value: unknown): void {
    this.setHeader('content-type', 'application/json');
    this.#body = JSON.stringify(value);
  }

  send(value: unknown): void {
    if (typeof value === 'object' && value !== null) {
      this.json(value);
      return;
    }
    if (!this.#headers.has('content-type')) this.setHeader('content-type', 'text/plain; charset=utf-8');
    this.#body = String(value ?? '');
  }

  end(): void {
    this.#body = null;
  }

  /** Never to be kept by a cache: every one of these answers is about one browser. */
  toResponse(): Response {
    const headers = new Headers({ 'cache-control': 'private, no-store' });
    for (const [name, value] of this.#headers) {
      if (name === 'cache-control') continue;
      for (const one of Array.isArray(value) ? value : [value]) headers.append(name, one);
    }
    return new Response(this.#body, { status: this.#status, headers });
  }
}
