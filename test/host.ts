import { db } from '@/lib/db/db';
import { createDocument } from '@/lib/documents/create-document';
import { grantRole } from '@/lib/shares/grant-role';
import type { Role } from '@/lib/shares/rights';
import { issueToken } from '@/lib/tokens/issue-token';
import type { Actor } from '@/lib/users/actor';
import { bodyOf } from './streams';
import type { Browser } from './wopi-client/browser';
import { BuiltInSession } from './wopi-client/built-in-session';
import { CollaboraSession } from './wopi-client/collabora-session';
import type { DocumentServer } from './wopi-client/document-server';
import { MicrosoftSession } from './wopi-client/microsoft-session';
import { OnlyofficeSession } from './wopi-client/onlyoffice-session';
import { type ClientOptions, type Exchange, WopiClient } from './wopi-client/wopi-client';

/** A WOPI host, a Document Server whose proofs it demands, and people and documents made beside it. */
export abstract class Host {
  documentServer!: DocumentServer;
  anna!: Actor;

  /** the origin of the portal and of its WOPISrcs */
  abstract get url(): string;
  /** how a request gets there */
  protected abstract readonly exchange: Exchange;
  /** A request to the portal or the host, the address absolute or a path. */
  abstract readonly fetch: (url: string | URL, init?: RequestInit) => Promise<Response>;
  /** everything logged so far */
  abstract output(): string;
  /** A browser in which a person has just signed in; another call is another session of theirs. */
  abstract browser(person?: Actor): Promise<Browser>;

  wopiSrc(documentId: string): string {
    return `${this.url}/wopi/files/${documentId}`;
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
    return (await issueToken(person, { documentId, ceiling, client: 'document-server', isProven: true })).token;
  }

  async client(
    documentId: string,
    options: Partial<ClientOptions> & { person?: Actor; ceiling?: 'edit' | 'view' } = {},
  ): Promise<WopiClient> {
    const { person = this.anna, ceiling = 'edit', ...rest } = options;
    const accessToken = rest.accessToken ?? (await this.token(documentId, person, ceiling));
    return this.#clientFor({ wopiSrc: this.wopiSrc(documentId), ...rest, accessToken });
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
    const [wopiSrc, accessToken] = opened(url);
    return this.#clientFor({ wopiSrc, ...options, accessToken });
  }

  /** A client for a person's root container, found from a document of theirs as a client finds it. */
  async root(person = this.anna): Promise<WopiClient> {
    const client = await this.client(await this.document('', 'way.docx', person), { person });
    const { Url } = (await client.send('GET', '/ecosystem_pointer', [], null)).json<{ Url: string }>();
    const pointer = await this.at(Url).send('GET', '/root_container_pointer', [], null);
    return this.at(pointer.json<{ ContainerPointer: { Url: string } }>().ContainerPointer.Url);
  }

  session(documentId: string): OnlyofficeSession {
    return new OnlyofficeSession(
      this.wopiSrc(documentId),
      this.documentServer.signer,
      () => Buffer.from('a blank template'),
      this.exchange,
    );
  }

  /** A session of Collabora, on a URL that carries its token or on a document with a new token of the person. */
  async collabora(where: { url: string } | { documentId: string; person?: Actor }): Promise<CollaboraSession> {
    return new CollaboraSession(...(await this.#opening(where)), this.documentServer.signer, this.exchange);
  }

  /** The same for Microsoft 365. */
  async microsoft(where: { url: string } | { documentId: string; person?: Actor }): Promise<MicrosoftSession> {
    return new MicrosoftSession(...(await this.#opening(where)), this.documentServer.signer, this.exchange);
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

  async #opening(where: { url: string } | { documentId: string; person?: Actor }): Promise<[string, string]> {
    if ('url' in where) return opened(where.url);
    return [this.wopiSrc(where.documentId), await this.token(where.documentId, where.person)];
  }

  #clientFor(options: Omit<ClientOptions, 'signer'> & Partial<ClientOptions>): WopiClient {
    return new WopiClient({ signer: this.documentServer.signer, exchange: this.exchange, ...options });
  }
}

/** WOPISrc and token of a URL that a WOPI answer handed out. */
function opened(url: string): [wopiSrc: string, accessToken: string] {
  const [wopiSrc = '', accessToken = ''] = url.split('?access_token=');
  return [wopiSrc, accessToken];
}
