import { once } from 'node:events';
import http from 'node:http';

export type Passed = {
  method: string;
  /** path without the query */
  path: string;
  override: string;
  /** whether the request's token or proof was refused by the host */
  status: number;
};
export type Answer = { status: number; headers: Record<string, string>; body: Buffer };

/** Changes an answer on its way, so that the host behind seems to break a rule. */
export type Break = (answer: Answer, request: Passed) => Answer;

/** Stands before a host that keeps the rules, and breaks one of them at a time. */
export class BreakingProxy {
  url = '';
  /** where the host is */
  to = '';
  break: Break = (answer) => answer;
  readonly #server = http.createServer((request, response) => {
    void this.#pass(request, response);
  });

  static async start(): Promise<BreakingProxy> {
    const proxy = new BreakingProxy();
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    const address = proxy.#server.address();
    proxy.url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    return proxy;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #pass(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const headers = new Headers();
    for (let at = 0; at < request.rawHeaders.length; at += 2) {
      const name = request.rawHeaders[at] ?? '';
      if (!/^(host|connection|content-length|transfer-encoding)$/i.test(name)) {
        headers.append(name, request.rawHeaders[at + 1] ?? '');
      }
    }
    const answered = await fetch(`${this.to}${request.url}`, {
      method: request.method ?? 'GET',
      headers,
      redirect: 'manual',
      ...(request.method === 'POST' ? { body: Buffer.concat(parts) } : {}),
    });
    const given: Answer = {
      status: answered.status,
      headers: Object.fromEntries(answered.headers),
      body: Buffer.from(await answered.arrayBuffer()),
    };
    const {
      status,
      headers: sent,
      body,
    } = this.break(given, {
      method: request.method ?? '',
      path: (request.url ?? '').split('?')[0] ?? '',
      override: String(request.headers['x-wopi-override'] ?? ''),
      status: answered.status,
    });
    delete sent['content-length'];
    delete sent['transfer-encoding'];
    delete sent['content-encoding'];
    response.writeHead(status, sent).end(body);
  }
}
