import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = (response: ServerResponse) => void;

/** A local web server that answers everything as it is told, and counts. */
export class DiscoveryServer {
  readonly #server: Server;
  requests = 0;
  answer: Answer = (response) => response.writeHead(404).end();

  private constructor() {
    this.#server = createServer((_, response) => {
      this.requests += 1;
      this.answer(response);
    });
  }

  static async start(): Promise<DiscoveryServer> {
    const started = new DiscoveryServer();
    await new Promise<void>((done) => {
      started.#server.listen(0, '127.0.0.1', done);
    });
    return started;
  }

  get url(): string {
    // A server that listens on TCP has an address of this shape.
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** A discovery document whose only action carries a name to tell it by. */
  document(name: string, filler = ''): string {
    const action = `<action name="${name}" ext="docx" urlsrc="${this.url}/edit?"/>`;
    return `<wopi-discovery>${filler}<net-zone name="external-http"><app name="Word">${action}</app></net-zone></wopi-discovery>`;
  }

  serve(body: string, status = 200): void {
    this.answer = (response) => response.writeHead(status, { 'content-type': 'application/xml' }).end(body);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => {
      this.#server.close(done);
    });
  }
}
