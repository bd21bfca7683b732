import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { encode } from 'next-auth/jwt';
import { cookieNames } from '@/lib/auth/cookie-names';
import { closeDatabase } from '@/lib/db/close-database';
import { db } from '@/lib/db/db';
import { createDocument } from '@/lib/documents/create-document';
import { readContent } from '@/lib/documents/read-content';
import { env } from '@/lib/env';
import { createFolder } from '@/lib/folders/create-folder';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { authSecret } from '@/lib/secrets/auth-secret';
import { grantRole } from '@/lib/shares/grant-role';
import type { Role } from '@/lib/shares/rights';
import { issueToken } from '@/lib/tokens/issue-token';
import type { Actor } from '@/lib/users/actor';
import { startSession } from '@/lib/users/start-session';
import { discovery } from '@/lib/wopi/discovery/discovery';
import { type BuiltServer, freePort, newDataDir, removeDataDir, type Settings, startServer } from '../built-server';
import { makePerson } from '../make-person';
import { bodyOf } from '../streams';
import { type DocumentServer, startDocumentServer } from '../wopi-client/document-server';
import { WopiClient } from '../wopi-client/wopi-client';

/** What is beside the portal: a stand-in, none, or one that has gone. */
export type Beside = 'onlyoffice' | 'collabora' | 'nothing' | 'nobody answers';

/** The settings of a portal without a Document Server. */
export const nothingConnected: Settings = { DOCUMENT_SERVER_URL: '', WOPI_PROOF: 'verify' };

/** What the browsers of these tests call themselves unless a test says otherwise. */
const usualBrowser =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';

/** Of everybody whom {@link makePerson} makes. */
export const password = 'correct horse battery';

/** An empty value counts as not set, and it hides what a developer's own `.env` says. */
function forgetSettings(): void {
  for (const name of Object.keys(parseEnv(readFileSync('.env.example', 'utf8')))) process.env[name] = '';
}

/**
 * The production build as a person finds it. People and documents are made by the services of this process, on the
 * server's own data: the settings of a process are read once, so a process has one of these.
 */
export class Portal {
  private constructor(
    readonly url: string,
    private readonly server: BuiltServer,
    private readonly beside: DocumentServer | null,
  ) {}

  /** @param host the name by which browsers reach it; they trust `localhost` on plain http, and no other */
  static async start(what: Beside, host: string): Promise<Portal> {
    forgetSettings();
    const beside = what === 'nothing' ? null : await startDocumentServer(what === 'collabora' ? { dialect: what } : {});
    if (what === 'nobody answers') await beside?.close();
    const dataDir = newDataDir();
    const port = await freePort();
    const url = `http://${host}:${port}`;
    const settings = {
      PUBLIC_URL: url,
      WOPI_BASE_URL: `http://localhost:${port}`,
      ...(beside ? { DOCUMENT_SERVER_URL: beside.url, WOPI_PROOF: 'require' } : nothingConnected),
    };
    const server = await startServer({ dataDir, port, settings });
    Object.assign(process.env, { ...settings, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'silent' });
    env();
    // Read by now. What a test starts besides takes its own.
    forgetSettings();
    // As in a portal in which somebody has opened something before: lists know what can be converted.
    if (what !== 'nobody answers') await discovery();
    return new Portal(url, server, beside);
  }

  async stop(): Promise<void> {
    await closeDatabase();
    await this.server.stop();
    await this.beside?.close();
    removeDataDir(this.server.dataDir);
  }

  get documentServer(): DocumentServer {
    if (!this.beside) throw new Error('No Document Server is beside this portal.');
    return this.beside;
  }

  async person(name: string, role: 'member' | 'admin' = 'member'): Promise<Actor> {
    const person = await makePerson(name);
    if (role === 'member') return person;
    await db().user.update({ where: { id: person.userId }, data: { role } });
    return { ...person, isAdmin: true };
  }

  /** Starts a session, as signing in does: signing in has tests of its own. @returns the value of its cookie */
  async session({ userId, name, email, locale }: Actor, userAgent = usualBrowser): Promise<string> {
    const { passwordHash, role } = await db().user.findUniqueOrThrow({ where: { id: userId } });
    const proved = { passwordHash: passwordHash ?? '', address: '127.0.0.1', userAgent };
    const sid = await startSession({ id: userId, name, email, role, locale }, proved);
    return encode({ token: { sub: userId, sid: sid ?? '' }, secret: authSecret() });
  }

  /** Signs a browser in. */
  async signIn(context: BrowserContext, person: Actor, userAgent = usualBrowser): Promise<void> {
    const value = await this.session(person, userAgent);
    await context.addCookies([
      { name: cookieNames().session, value, url: this.url, httpOnly: true, sameSite: 'Lax' as const },
    ]);
  }

  /** Whether a session leads to a page of the portal and not to sign-in. */
  async isSignedIn(session: string): Promise<boolean> {
    const headers = { Cookie: `${cookieNames().session}=${session}` };
    return (await fetch(`${this.url}/documents`, { redirect: 'manual', headers })).status === 200;
  }

  /** Goes to a page with the list of a place and waits until its script runs: before, it hears neither clicks nor keys. */
  async open(page: Page, path = '/documents'): Promise<void> {
    await page.goto(this.url + path);
    // There is one beside the list, which phones show, and one within it: parts of a page begin to run one by one.
    const all = page.getByRole('button', { name: 'New', exact: true, includeHidden: true });
    for (const button of [all.first(), all.last()]) await expect(button).toBeEnabled();
  }

  /** Puts a document where it belongs, over the one of this name. @returns its id */
  async document(owner: Actor, name: string, content: string | Uint8Array = name, folderId?: string): Promise<string> {
    const target = { mode: 'specific', name, overwrite: true } as const;
    const { id } = await createDocument(owner, { folderId, name: target, body: bodyOf(content), origin: 'upload' });
    return id;
  }

  /** Puts documents whose text is their name. */
  async documents(owner: Actor, names: readonly string[], folderId?: string): Promise<void> {
    for (const name of names) await this.document(owner, name, name, folderId);
  }

  /** One document with as many versions as texts. @returns its id */
  async versions(
    owner: Actor,
    name: string,
    texts: readonly (string | Uint8Array)[],
    folderId?: string,
  ): Promise<string> {
    let id = '';
    for (const text of texts) id = await this.document(owner, name, text, folderId);
    return id;
  }

  /** @returns the folder's id */
  async folder(owner: Actor, name: string, parentId?: string): Promise<string> {
    const parent = parentId ?? (await ownRootFolder(owner)).id;
    return (await createFolder(owner, { parentId: parent, name, mode: 'specific' })).id;
  }

  async share(owner: Actor, documentId: string, to: Actor, role: Role): Promise<void> {
    await grantRole(owner, { documentId, userEmail: to.email, role });
  }

  /** What a document holds now. */
  async content(person: Actor, documentId: string): Promise<Buffer> {
    return Buffer.from(await new Response((await readContent(person, { documentId })).body).arrayBuffer());
  }

  async nameOf(documentId: string): Promise<string> {
    return (await db().document.findUniqueOrThrow({ where: { id: documentId } })).name;
  }

  /** A client of the Document Server with a document open for a person. */
  async client(documentId: string, person: Actor): Promise<WopiClient> {
    const { token } = await issueToken(person, { documentId, ceiling: 'edit', client: 'document-server' });
    const wopiSrc = `${this.url}/wopi/files/${documentId}`;
    return new WopiClient({ wopiSrc, accessToken: token, signer: this.documentServer.signer });
  }
}
