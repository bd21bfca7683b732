import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type BuiltServer, startServer } from '@/test/built-server';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'lectern-portal-'));
const madeUser = z.object({ id: z.string(), email: z.string(), isAdmin: z.boolean(), password: z.string() });
const imported = z.array(z.object({ id: z.string(), name: z.string() }));
const token = z.object({ WOPISrc: z.string(), access_token: z.string(), access_token_ttl: z.number() });

let server: BuiltServer;

/** The command line on the server's data, beside the running server. */
function portal(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const env = {
      ...process.env,
      DATA_DIR: server.dataDir,
      PORT: String(server.port),
      AUTH_SECRET: '',
      INIT_CWD: folder,
    };
    execFile(
      process.execPath,
      [path.join(root, 'scripts/portal.mjs'), ...args],
      { env, cwd: root },
      (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err }),
    );
  });
}

async function answered<T>(shape: z.ZodType<T>, ...args: string[]): Promise<T> {
  const { code, out, err } = await portal(...args, '--json');
  expect(err).toBe('');
  expect(code).toBe(0);
  expect(out.trim().split('\n')).toHaveLength(1);
  return shape.parse(JSON.parse(out));
}

beforeAll(async () => {
  server = await startServer();
  writeFileSync(path.join(folder, 'Über uns.txt'), 'Guten Tag');
  writeFileSync(path.join(folder, 'empty.docx'), '');
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('npm run portal, beside the running server', () => {
  test('makes people, imports files, shares them and issues tokens that the server knows', async () => {
    const ada = await answered(madeUser, 'create-user', 'ada@example.org', '--name', 'Ada');
    expect(ada.isAdmin).toBe(false);
    expect(ada.password.length).toBeGreaterThanOrEqual(12);
    await answered(madeUser, 'create-user', 'bob@example.org');

    const files = await answered(imported, 'import', 'Über uns.txt', 'empty.docx', '--user', 'ada@example.org');
    expect(files.map((file) => file.name)).toEqual(['Über uns.txt', 'empty.docx']);
    const id = files[0]?.id ?? '';

    const started = Date.now();
    const adas = await answered(token, 'wopi-token', id, '--user', 'ada@example.org');
    expect(adas.WOPISrc).toBe(`${server.url}/wopi/files/${id}`);
    // An hour, however long the command itself took.
    const hour = 60 * 60_000;
    expect(adas.access_token_ttl).toBeGreaterThan(started + hour);
    expect(adas.access_token_ttl).toBeLessThanOrEqual(Date.now() + hour);
    for (const hours of ['0', '11', 'x']) {
      expect((await portal('wopi-token', id, '--user', 'ada@example.org', '--hours', hours)).code).toBe(2);
    }
    const info = await fetch(`${adas.WOPISrc}?access_token=${adas.access_token}`);
    expect(info.status).toBe(200);
    expect(await info.json()).toMatchObject({ BaseFileName: 'Über uns.txt', Size: 9, UserCanWrite: true });
    const content = await fetch(`${adas.WOPISrc}/contents?access_token=${adas.access_token}`);
    expect(await content.text()).toBe('Guten Tag');

    const before = await portal('wopi-token', id, '--user', 'bob@example.org', '--mode', 'view');
    expect(before).toMatchObject({ code: 1, out: '' });
    await answered(
      z.object({ role: z.literal('viewer') }),
      'share',
      id,
      '--user',
      'bob@example.org',
      '--role',
      'viewer',
    );
    const bobs = await answered(token, 'wopi-token', id, '--user', 'bob@example.org', '--mode', 'view');
    const seen = await fetch(`${bobs.WOPISrc}?access_token=${bobs.access_token}`);
    expect(await seen.json()).toMatchObject({ UserCanWrite: false });
    const edit = await portal('wopi-token', id, '--user', 'bob@example.org');
    expect(edit.code).toBe(1);
  });

  test('import --folder makes the folders that are missing, and adds to those that are there', async () => {
    const into = (...more: string[]) =>
      answered(imported, 'import', 'empty.docx', '--user', 'admin@example.com', '--folder', ...more);
    expect((await into('Berichte/2026'))[0]?.name).toBe('empty.docx');
    expect((await into('/berichte/2026/'))[0]?.name).toBe('empty (1).docx');
    expect((await into('Berichte'))[0]?.name).toBe('empty.docx');
    for (const wrong of ['/', '../elsewhere']) {
      const refused = await portal('import', 'empty.docx', '--user', 'admin@example.com', '--folder', wrong);
      expect(refused.code).not.toBe(0);
      expect(refused.err).toContain('--folder');
    }
  });

  test('unlock ends the lock of whoever holds it, says whose it was, and that there is none afterwards', async () => {
    const [file] = await answered(imported, 'import', 'Über uns.txt', '--user', 'admin@example.com');
    const id = file?.id ?? '';
    const { WOPISrc, access_token } = await answered(token, 'wopi-token', id, '--user', 'admin@example.com');
    const send = async (override: string) => {
      const headers = { 'X-WOPI-Override': override, 'X-WOPI-Lock': 'stuck' };
      return (await fetch(`${WOPISrc}?access_token=${access_token}`, { method: 'POST', headers })).status;
    };
    expect(await send('LOCK')).toBe(200);
    const released = await answered(z.object({ documentId: z.string(), heldBy: z.string().nullable() }), 'unlock', id);
    expect(released).toEqual({ documentId: id, heldBy: 'Administrator' });
    expect(await send('REFRESH_LOCK')).toBe(409);
    const again = await portal('unlock', id);
    expect(again).toMatchObject({ code: 0, err: '' });
    expect(again.out).toContain('is not locked');
  });

  test('wopi-token prints its JSON without --json too', async () => {
    const [file] = await answered(imported, 'import', 'empty.docx', '--user', 'admin@example.com');
    const { code, out } = await portal('wopi-token', file?.id ?? '', '--user', 'admin@example.com');
    expect(code).toBe(0);
    expect(Object.keys(token.parse(JSON.parse(out)))).toEqual(['WOPISrc', 'access_token', 'access_token_ttl']);
  });

  test.each(['create-user', 'forget-keys', 'import', 'share', 'unlock', 'wopi-token'])(
    '%s --help says how to use it, and does nothing',
    async (name) => {
      const { code, out } = await portal(name, '--help');
      expect(code).toBe(0);
      expect(out).toContain(`npm run portal -- ${name}`);
      expect(out).toContain('--json');
    },
  );

  test('without a command it names them all and ends with 2', async () => {
    const { code, out } = await portal();
    expect(code).toBe(2);
    for (const name of ['create-user', 'forget-keys', 'import', 'share', 'unlock', 'wopi-token'])
      expect(out).toContain(name);
  });

  test.each<[string, string[], number, RegExp]>([
    ['an unknown command', ['destroy'], 2, /There is no command "destroy"/],
    ['an unknown option', ['import', '--force'], 2, /--force/],
    ['a missing argument', ['create-user'], 2, /EMAIL is missing/],
    ['one argument too many', ['create-user', 'a@example.org', 'b@example.org'], 2, /b@example\.org/],
    ['no e-mail address', ['create-user', 'nobody'], 1, /not an e-mail address/],
    ['an account that is there', ['create-user', 'admin@example.com'], 1, /already/],
    ['a person who is not there', ['import', 'empty.docx', '--user', 'nobody@example.org'], 1, /nobody@example\.org/],
    ['a file that is not there', ['import', 'gone.docx', '--user', 'admin@example.com'], 1, /gone\.docx/],
    ['a folder', ['import', '.', '--user', 'admin@example.com'], 1, /not a file/],
    ['a document that is not there', ['wopi-token', 'x'.repeat(26), '--user', 'admin@example.com'], 1, /./],
    ['to unlock what is not there', ['unlock', 'x'.repeat(26)], 1, /There is no document x/],
    ['a role that is not there', ['share', 'x', '--user', 'a@example.org', '--role', 'king'], 2, /viewer, commenter/],
  ])('refuses %s with a plain sentence on standard error', async (_what, args, code, reason) => {
    const refused = await portal(...args);
    expect(refused.code).toBe(code);
    expect(refused.out).toBe('');
    expect(refused.err).toMatch(reason);
    expect(refused.err).not.toMatch(/\n\s+at /);
  });
});
