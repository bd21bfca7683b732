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
});
