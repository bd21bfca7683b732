import { afterAll, beforeAll, describe } from 'vitest';
import { closeDatabase } from '@/lib/db/close-database';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { type BuiltServer, type DoorName, type Settings, startServer } from '@/test/built-server';
import { Host } from '@/test/host';
import { makePerson } from '@/test/make-person';
import { Browser } from '@/test/wopi-client/browser';
import { startDocumentServer } from '@/test/wopi-client/document-server';
import { exchangeOverHttp } from '@/test/wopi-client/exchange-over-http';
import { signInOverHttp } from './sign-in-over-http';

/** The production build behind one of its doors. */
export class BuiltHost extends Host {
  server!: BuiltServer;
  protected readonly exchange = exchangeOverHttp;

  constructor(
    readonly door: DoorName,
    readonly settings: Settings,
  ) {
    super();
  }

  get url(): string {
    return this.server.url;
  }

  output(): string {
    return this.server.output();
  }

  readonly fetch = (url: string | URL, init?: RequestInit): Promise<Response> => fetch(new URL(url, this.url), init);

  async browser(person = this.anna): Promise<Browser> {
    const { Cookie } = await signInOverHttp(this.url, person.email, 'correct horse battery');
    return new Browser(this.url, Cookie);
  }
}

/**
 * Runs the same suite through both doors of the production build, one server after the other on the same
 * database (that of the test's project).
 */
export function throughBothDoors(name: string, suite: (host: BuiltHost) => void, settings: Settings = {}): void {
  for (const door of ['node', 'next'] as const) {
    describe(`${name}, through the ${door === 'node' ? 'Node' : 'Next'} door`, () => {
      const host = new BuiltHost(door, settings);
      beforeAll(async () => {
        host.documentServer = await startDocumentServer();
        const { DATA_DIR = '', DATABASE_URL = '' } = process.env;
        host.server = await startServer({
          door,
          dataDir: DATA_DIR,
          settings: { DATABASE_URL, DOCUMENT_SERVER_URL: host.documentServer.url, LOG_LEVEL: 'info', ...settings },
        });
        await prepareDatabase({ guard: false });
        host.anna = await makePerson();
      });
      afterAll(async () => {
        await host.server?.stop();
        await host.documentServer?.close();
        await closeDatabase();
      });
      suite(host);
    });
  }
}
