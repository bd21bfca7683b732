import { afterAll, beforeAll, describe } from 'vitest';
import { closeDatabase } from '@/lib/db/close-database';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { createDocument } from '@/lib/documents/create-document';
import { grantRole } from '@/lib/shares/grant-role';
import type { Role } from '@/lib/shares/rights';
import { issueToken } from '@/lib/tokens/issue-token';
import type { Actor } from '@/lib/users/actor';
import { type BuiltServer, type DoorName, type Settings, startServer } from '@/test/built-server';
import { makePerson } from '@/test/make-person';
import { bodyOf } from '@/test/streams';
import { Browser } from '@/test/wopi-client/browser';
import { BuiltInSession } from '@/test/wopi-client/built-in-session';
import { type DocumentServer, startDocumentServer } from '@/test/wopi-client/document-server';
import { OnlyofficeSession } from '@/test/wopi-client/onlyoffice-session';
import { type ClientOptions, WopiClient } from '@/test/wopi-client/wopi-client';
import { signInOverHttp } from './sign-in-over-http';

/** The production build behind one of its doors, a Document Server whose proofs it demands, and people and documents made beside it. */
export class Host {
  server!: BuiltServer;
  documentServer!: DocumentServer;
  anna!: Actor;

  constructor(
    readonly door: DoorName,
    readonly settings: Settings,
  ) {}

  wopiSrc(documentId: string): string {
    return `${this.server.url}/wopi/files/${documentId}`;
  }

  async document(
    content: string | Uint8Array = 'first words',
    name = 'Letter.docx',
    owner = this.anna,
  ): Promise<string> {
    const { id } = await createDocument(owner, { name, body: bodyOf(content), origin: 'upload' });
    return id;
  }

  async token(documentId: string, person = this.anna, ceiling: 'edit' | 'view' = 'edit'): Promise<string> {
    return (await issueToken(person, { documentId, ceiling, client: 'document-server' })).token;
  }

  async client(
    documentId: string,
    options: Partial<ClientOptions> & { person?: Actor; ceiling?: 'edit' | 'view' } = {},
  ): Promise<WopiClient> {
    const { person = this.anna, ceiling = 'edit', ...rest } = options;
    const accessToken = rest.accessToken ?? (await this.token(documentId, person, ceiling));
    return new WopiClient({
      wopiSrc: this.wopiSrc(documentId),
      signer: this.documentServer.signer,
      ...rest,
      accessToken,
    });
  }

  /** A document with a client that holds an edit token for it. */
  async opened(
    content: string | Uint8Array = 'first words',
    name = 'Letter.docx',
    dialect: ClientOptions['dialect'] = 'onlyoffice',
  ) {
    const documentId = await this.document(content, name);
    return { documentId, client: await this.client(documentId, { dialect }) };
  }

  /** Gives a person a role in a document, in the name of its owner. */
  async grant(documentId: string, person: Actor, role: Role): Promise<void> {
    await grantRole(this.anna, { documentId, userEmail: person.email, role });
  }

  /** A client for a URL that a WOPI answer handed out, with the token that it carries. */
  at(url: string, options: Partial<ClientOptions> = {}): WopiClient {
    const [wopiSrc = '', accessToken = ''] = url.split('?access_token=');
    return new WopiClient({ wopiSrc, signer: this.documentServer.signer, ...options, accessToken });
  }

  /** A client for a person's root container, found from a document of theirs as a client finds it. */
  async root(person = this.anna): Promise<WopiClient> {
    const client = await this.client(await this.document('', 'way.docx', person), { person });
    const { Url } = (await client.send('GET', '/ecosystem_pointer', [], null)).json<{ Url: string }>();
    const pointer = await this.at(Url).send('GET', '/root_container_pointer', [], null);
    return this.at(pointer.json<{ ContainerPointer: { Url: string } }>().ContainerPointer.Url);
  }

  session(documentId: string): OnlyofficeSession {
    return new OnlyofficeSession(this.wopiSrc(documentId), this.documentServer.signer, () =>
      Buffer.from('a blank template'),
    );
  }

  /** A browser in which a person has just signed in; another call is another session of theirs. */
  async browser(person = this.anna): Promise<Browser> {
    const { Cookie } = await signInOverHttp(this.server.url, person.email, 'correct horse battery');
    return new Browser(this.server.url, Cookie);
  }

  /** The built-in editor with a document open in it. */
  async builtIn(documentId: string, browser: Browser): Promise<BuiltInSession> {
    const session = await BuiltInSession.of(browser, documentId);
    const reason = await session.open();
    if (reason !== null) throw new Error(`the text cannot be edited: ${JSON.stringify(reason)}`);
    return session;
  }

  row(documentId: string) {
    return db().document.findUniqueOrThrow({
      where: { id: documentId },
      include: { versions: true, recoveryCopies: true },
    });
  }

  /** Ages the row instead of waiting: the lock ended a second ago. */
  async expireLock(documentId: string): Promise<void> {
    await db().document.update({ where: { id: documentId }, data: { lockExpiresAt: new Date(Date.now() - 1000) } });
  }

  /** Ages the tokens of a document so that they ended `ms` ago. */
  async expireTokens(documentId: string, ms = 1000): Promise<void> {
    await db().accessToken.updateMany({ where: { documentId }, data: { expiresAt: new Date(Date.now() - ms) } });
  }
}

/**
 * Runs the same suite through both doors of the production build, one server after the other on the same
 * database (that of the test's project).
 */
export function throughBothDoors(name: string, suite: (host: Host) => void, settings: Settings = {}): void {
  for (const door of ['node', 'next'] as const) {
    describe(`${name}, through the ${door === 'node' ? 'Node' : 'Next'} door`, () => {
      const host = new Host(door, settings);
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
