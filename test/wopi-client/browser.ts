import { AsyncLocalStorage } from 'node:async_hooks';

type Sent = { method: string; url: string; headers: Headers; status: number };

const current = new AsyncLocalStorage<Browser>();
const overTheWire = globalThis.fetch;

// The page's code asks by `fetch` and looks for Web Locks at `navigator`; outside of a browser both are as always.
globalThis.fetch = (input, init) => current.getStore()?.fetch(input, init) ?? overTheWire(input, init);
if (!('navigator' in globalThis)) Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true });

/**
 * What a browser adds to the requests of a page's code: the cookies, Origin with all but GET, Sec-Fetch-*, and the
 * page's address to relative ones. Browsers stand beside each other: each has its cookies.
 */
export class Browser {
  /** every request in turn, without the tokens' bodies */
  readonly sent: Sent[] = [];
  /** headers that differ from an honest page's; null leaves one out */
  forged: Record<string, string | null> = {};
  /** no request arrives */
  isOffline = false;

  constructor(
    readonly origin: string,
    public cookie: string | null,
    /** how a request gets to the portal */
    readonly send: (url: URL, init: RequestInit) => Promise<Response> = overTheWire,
  ) {}

  /** Runs code of a page in this browser. */
  run<T>(code: () => Promise<T>): Promise<T> {
    return current.run(this, code);
  }

  async fetch(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
    if (input instanceof Request) throw new Error('the pages ask by address');
    if (this.isOffline) throw new TypeError('Failed to fetch');
    const url = new URL(input, this.origin);
    const method = init.method ?? 'GET';
    const isHere = url.origin === this.origin;
    const headers = this.headersFor(method, isHere, init);
    const answer = await (isHere ? this.send : overTheWire)(url, { ...init, headers });
    this.sent.push({ method, url: url.href, headers, status: answer.status });
    return answer;
  }

  /** What a request of a page in this browser carries. */
  headersFor(method: string, isHere: boolean, init: RequestInit = {}): Headers {
    const headers = new Headers(init.headers);
    if (isHere && this.cookie !== null && init.credentials !== 'omit') headers.set('cookie', this.cookie);
    if (method !== 'GET' || !isHere) headers.set('origin', this.origin);
    headers.set('sec-fetch-site', isHere ? 'same-origin' : 'cross-site');
    headers.set('sec-fetch-mode', 'cors');
    headers.set('sec-fetch-dest', 'empty');
    for (const [name, value] of Object.entries(this.forged)) {
      if (value === null) headers.delete(name);
      else headers.set(name, value);
    }
    return headers;
  }
}
