import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { asRefusal } from '@/lib/db/as-refusal';
import { db } from '@/lib/db/db';
import { env } from '@/lib/env';
import { inProcess } from '@/test/in-process-host';
import { linesOfLog } from '@/test/lines-of-log';
import type { Browser } from '@/test/wopi-client/browser';
import type { WopiClient } from '@/test/wopi-client/wopi-client';

type Told = { status: number; text: string };
type Ask = (given: { documentId: string; client: WopiClient; browser: Browser }) => Promise<Told>;

const wopi =
  (ask: (client: WopiClient) => Promise<{ status: number; headers: object; body: Buffer }>): Ask =>
  async ({ client }) => {
    const { status, headers, body } = await ask(client);
    return { status, text: JSON.stringify(headers) + body.toString() };
  };
const page =
  (address: (documentId: string) => string, init: RequestInit = {}): Ask =>
  async ({ documentId, browser }) => {
    const answer = await browser.fetch(address(documentId), init);
    // A download that has begun can only break off.
    const body = await answer.text().catch(() => '');
    return { status: answer.status, text: JSON.stringify([...answer.headers]) + body };
  };

const requests: Record<string, Ask> = {
  CheckFileInfo: wopi((client) => client.checkFileInfo()),
  GetFile: wopi((client) => client.getFile()),
  Lock: wopi((client) => client.lock('mine')),
  GetLock: wopi((client) => client.getLock()),
  RefreshLock: wopi((client) => client.refreshLock('mine')),
  PutFile: wopi((client) => client.putFile('more', 'mine')),
  Unlock: wopi((client) => client.unlock('mine')),
  PutRelativeFile: wopi((client) => client.putRelativeFile('copy.docx', 'x')),
  RenameFile: wopi((client) => client.renameFile('other', 'mine')),
  'a download': page((id) => `/api/documents/${id}/content`),
  'a download of a version': page((id) => `/api/documents/${id}/versions/1/content`),
  'the copies of a document': page((id) => `/api/documents/${id}/copies?since=2026-01-01T00:00:00.000Z`),
  'the editors of a document': page((id) => `/api/documents/${id}/editors`),
  'a token': page((id) => `/api/documents/${id}/token?mode=edit&client=document-server`, { method: 'POST' }),
  'an upload': page(() => '/api/upload?name=a.docx', { method: 'POST', body: 'x' }),
  'a zip': page((id) => `/api/zip?item=document:${id}`),
  'the state of a list': page(() => '/api/listings/state?view=documents'),
  'a recovery copy': page(() => '/api/recovery/0123456789abcdefghijklmnop/content'),
  'a picture of a person': page(() => '/api/avatar/AK-0'),
  'the session': page(() => '/api/auth/session'),
  health: page(() => '/api/health'),
  readiness: page(() => '/api/ready'),
};

/** What would tell a stranger how the house is built. */
const inside =
  /\bSELECT\b|\bINSERT\b|\bUPDATE "|\bFROM "|no such table|relation "|prisma|sqlite|postgres|node_modules|\.tsx?:\d|\bat \w+.*\(|\bE(NOENT|NOTDIR|NOSPC|ISDIR|ACCES|EXIST|IO|MFILE)\b/i;

async function renamed(table: string, work: () => Promise<void>): Promise<void> {
  await db().$executeRawUnsafe(`ALTER TABLE "${table}" RENAME TO "${table}_away"`);
  try {
    await work();
  } finally {
    await db().$executeRawUnsafe(`ALTER TABLE "${table}_away" RENAME TO "${table}"`);
  }
}

async function withoutFolder(
  name: string,
  replace: (folder: string) => void,
  work: () => Promise<void>,
): Promise<void> {
  const folder = path.join(env().DATA_DIR, 'documents', name);
  mkdirSync(folder, { recursive: true });
  renameSync(folder, `${folder}-away`);
  replace(folder);
  try {
    await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
    renameSync(`${folder}-away`, folder);
  }
}

const faults: Record<string, (work: () => Promise<void>) => Promise<void>> = {
  'the bytes are gone': (work) => withoutFolder('objects', () => undefined, work),
  'the store cannot be written': (work) => withoutFolder('tmp', (folder) => writeFileSync(folder, ''), work),
  'the table of documents is gone': (work) => renamed('Document', work),
  'the table of sessions is gone': (work) => renamed('Session', work),
};

const levels = (from: number) =>
  linesOfLog()
    .slice(from)
    .map((line) => JSON.parse(line) as { level: number });

inProcess('S49: errors', (host) => {
  test.each(Object.keys(faults))('while %s no answer has a path, a statement or a stack in it', async (fault) => {
    const { documentId, client } = await host.opened();
    const browser = await host.browser();
    const failed: string[] = [];
    const before = linesOfLog().length;
    await faults[fault]?.(async () => {
      for (const [name, ask] of Object.entries(requests)) {
        const { status, text } = await ask({ documentId, client, browser });
        if (status >= 500) failed.push(name);
        expect([name, inside.exec(text)?.[0]]).toEqual([name, undefined]);
        expect([name, text.includes(env().DATA_DIR), text.includes(process.cwd())]).toEqual([name, false, false]);
      }
    });
    expect(failed).not.toEqual([]);
    expect(levels(before).filter(({ level }) => level === 50).length).toBeGreaterThanOrEqual(failed.length);
  });

  test('a failure of the store is logged at error with its cause, by whoever meets it', async () => {
    const { documentId, client } = await host.opened();
    const browser = await host.browser();
    await client.lock('mine');
    const causes = async (ask: () => Promise<unknown>) => {
      const before = linesOfLog().length;
      await ask();
      return levels(before).filter(({ level }) => level === 50);
    };
    await withoutFolder(
      'tmp',
      (folder) => writeFileSync(folder, ''),
      async () => {
        expect(await causes(() => client.putFile('more', 'mine'))).toMatchObject([
          { operation: 'PutFile', cause: 'EEXIST', err: { code: 'unavailable' } },
        ]);
        // Whoever asked a moment ago got what was found then.
        Reflect.deleteProperty(globalThis, 'lecternReadiness');
        expect(await causes(() => host.fetch('/api/ready'))).toMatchObject([{ what: 'storage', cause: 'EEXIST' }]);
      },
    );
    await withoutFolder(
      'objects',
      () => undefined,
      async () => {
        expect(await causes(() => client.getFile())).toMatchObject([{ operation: 'GetFile', cause: 'ENOENT' }]);
        const zip = async () => (await browser.fetch(`/api/zip?item=document:${documentId}`)).arrayBuffer();
        expect(await causes(() => zip().catch(() => undefined))).toMatchObject([{ cause: 'ENOENT' }]);
      },
    );
  });

  test('a failure of the database is logged at error where next-auth answers, too', async () => {
    const browser = await host.browser();
    const before = linesOfLog().length;
    await renamed('Session', async () => {
      await (await browser.fetch('/api/auth/session')).text();
    });
    expect(levels(before).filter(({ level }) => level === 50)).toMatchObject([{ msg: 'session' }]);
  });

  test('bytes that cannot be read once the answer has begun are logged at error with their cause', async () => {
    const { documentId, client } = await host.opened();
    const { storageKey } = await host.row(documentId);
    const file = path.join(env().DATA_DIR, 'documents', 'objects', storageKey.slice(0, 2), storageKey);
    rmSync(file);
    mkdirSync(file);
    const before = linesOfLog().length;
    await client.getFile().catch(() => undefined);
    await expect
      .poll(() => levels(before).filter(({ level }) => level === 50))
      .toMatchObject([{ cause: 'EISDIR', key: storageKey }]);
  });
});

describe.runIf(process.env.DATABASE_URL)('PostgreSQL', () => {
  inProcess('on a full disk', () => {
    test('says so, and people are told that no room is left', async () => {
      const full = "DO $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$";
      const error = await db()
        .$executeRawUnsafe(full)
        .catch((thrown: unknown) => thrown);
      expect(asRefusal(error)).toMatchObject({ code: 'storage-full', cause: error });
    });
  });
});
