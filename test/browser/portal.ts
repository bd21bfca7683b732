import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Cookie, expect, type Frame, type Page } from '@playwright/test';
import { type BuiltServer, type Settings, startServer } from '../built-server';
import { type DocumentServer, startDocumentServer } from '../wopi-client/document-server';

const root = path.resolve(import.meta.dirname, '../..');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The settings of a portal without a Document Server. */
export const nothingConnected = { DOCUMENT_SERVER_URL: '', WOPI_PROOF: 'verify' };

export const admin = { email: 'lena@example.com', password: 'paper and ink 42' };

/** The production build with a Document Server beside it, as a person finds it. */
export class Portal {
  /** the session cookie of each person */
  readonly #sessions = new Map<string, Cookie[]>();

  constructor(
    readonly server: BuiltServer,
    readonly documentServer: DocumentServer,
  ) {}

  static async start(settings: Settings = {}, editor: { dialect?: 'onlyoffice' | 'collabora' } = {}): Promise<Portal> {
    const documentServer = await startDocumentServer(editor);
    const server = await startServer({
      settings: {
        DOCUMENT_SERVER_URL: documentServer.url,
        WOPI_PROOF: 'require',
        ADMIN_EMAIL: admin.email,
        ADMIN_PASSWORD: admin.password,
        ...settings,
      },
    });
    return new Portal(server, documentServer);
  }

  async stop(): Promise<void> {
    await this.server.stop();
    await this.documentServer.close();
  }

  /** The operator's command line on the same data. */
  async run(...args: string[]): Promise<unknown> {
    const { stdout } = await promisify(execFile)(process.execPath, ['scripts/portal.mjs', ...args, '--json'], {
      cwd: root,
      env: {
        ...process.env,
        DATA_DIR: this.server.dataDir,
        PORT: String(this.server.port),
        AUTH_SECRET: '',
        DATABASE_URL: '',
      },
    });
    return JSON.parse(stdout);
  }

  /** A page of somebody who is signed in, by a session that the tests of a file share: signing in takes its time. */
  async signIn(page: Page, person: { email: string; password: string } = admin): Promise<void> {
    if (!this.#sessions.has(person.email)) return this.signInAnew(page, person);
    await this.shareSession(page, person);
    await page.goto(`${this.server.url}/documents`);
    await expect(page.getByRole('heading', { name: 'My documents' })).toBeVisible();
    // Until its script runs, the page hears no keys.
    await expect(page.getByRole('button', { name: 'New', exact: true }).first()).toBeEnabled();
  }

  /** Signs the browser of the page in, without a page of the portal. */
  async shareSession(page: Page, person: { email: string; password: string } = admin): Promise<void> {
    const session = this.#sessions.get(person.email);
    if (session) await page.context().addCookies(session);
    else await this.signInAnew(page, person);
  }

  /** Signs in by the page, for a session of its own. */
  async signInAnew(page: Page, person: { email: string; password: string } = admin): Promise<void> {
    await page.goto(`${this.server.url}/`);
    await page.getByLabel('E-mail').fill(person.email);
    await page.getByLabel('Password').fill(person.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { name: 'My documents' })).toBeVisible();
    const cookies = await page.context().cookies();
    this.#sessions.set(
      person.email,
      cookies.filter(({ name }) => /session/.test(name)),
    );
  }
}

/** Fails with what axe finds on the page or in the frame. Evaluated, not loaded: the page's policy allows no foreign script. */
export async function expectAccessible(page: Page | Frame, options: { iframes?: boolean } = {}): Promise<void> {
  await page.evaluate(axe);
  const found: unknown = await page.evaluate(
    `axe.run(document, ${JSON.stringify({ resultTypes: ['violations'], ...options })}).then((result) => result.violations.map((each) => each.id + ': ' + each.nodes.map((node) => node.html).join(' | ')))`,
  );
  expect(found, page.url()).toEqual([]);
}

/** Collects what the browser complains about: policy violations and uncaught errors. */
export function watchConsole(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/i.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}
