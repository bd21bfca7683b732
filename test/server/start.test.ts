import { once } from 'node:events';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { freePort, newDataDir, removeDataDir, type Settings, spawnServer, startServer } from '@/test/built-server';

const folders: string[] = [];
function dataDir(): string {
  const folder = newDataDir();
  folders.push(folder);
  return folder;
}
afterEach(() => {
  for (const folder of folders.splice(0)) removeDataDir(folder);
});

/** Starts a server that is expected to give up, and prints how long that took. */
async function refusedStart(settings: Settings, port?: number) {
  const started = Date.now();
  const { child, output } = spawnServer('node', port ?? (await freePort()), { DATA_DIR: dataDir(), ...settings });
  await once(child, 'exit');
  process.stdout.write(`gave up after ${Date.now() - started} ms\n`);
  return { code: child.exitCode, said: output().trim() };
}

describe('the first start', () => {
  test('prints the address and, once, the administrator and a password; the next start keeps the secret and prints none', async () => {
    const folder = dataDir();
    const file = path.join(folder, 'secrets.json');
    const first = await startServer({ dataDir: folder });
    expect(first.output()).toContain(`Lectern is ready at ${first.url}`);
    expect(first.output()).toMatch(/Administrator: admin@example\.com\nPassword: \S{12,}/);
    expect(await first.stop()).toBe(0);
    const secret = readFileSync(file, 'utf8');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const second = await startServer({ dataDir: folder });
    expect(second.output()).toContain('Lectern is ready at');
    expect(second.output()).not.toMatch(/Administrator|Password/);
    expect(await second.stop()).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(secret);
  });

  test('never prints the password that ADMIN_PASSWORD gives', async () => {
    const server = await startServer({
      settings: { ADMIN_EMAIL: 'ada@example.org', ADMIN_PASSWORD: 'Tr1cky-to-guess' },
    });
    expect(server.output()).toContain('Administrator: ada@example.org');
    expect(server.output()).not.toContain('Tr1cky-to-guess');
    await server.stop();
  });
});

describe('a start that cannot succeed says why in one line and ends with 1', () => {
  test('the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { code, said } = await refusedStart({}, port);
    other.close();
    expect(said).toBe(
      'Lectern could not start. The port is in use already. Stop the other program, or set PORT to another number.',
    );
    expect(code).toBe(1);
  });

  test.each<[string, Settings, RegExp]>([
    ['a wrong number', { PORT: '99999' }, /PORT/],
    ['an address of another machine', { HOST: '203.0.113.7' }, /HOST/],
    ['S41 a short secret', { AUTH_SECRET: 'short' }, /AUTH_SECRET is too short/],
  ])('%s', async (_what, settings, reason) => {
    const { code, said } = await refusedStart(settings);
    expect(said.split('\n')).toHaveLength(1);
    expect(said).toMatch(/^Lectern could not start\. /);
    expect(said).toMatch(reason);
    expect(code).toBe(1);
  });

  test('S41 a damaged file of secrets is not replaced in silence', async () => {
    const folder = dataDir();
    writeFileSync(path.join(folder, 'secrets.json'), '{"authSecret":');
    const { code, said } = await refusedStart({ DATA_DIR: folder });
    expect(said).toMatch(/secrets\.json is damaged/);
    expect(code).toBe(1);
    expect(readFileSync(path.join(folder, 'secrets.json'), 'utf8')).toBe('{"authSecret":');
  });

  test('a second server on the same SQLite file; one that was killed leaves nothing that stops the next', async () => {
    const folder = dataDir();
    const first = await startServer({ dataDir: folder });
    const { code, said } = await refusedStart({ DATA_DIR: folder });
    expect(said).toMatch(/^Lectern could not start\. Another Lectern server/);
    expect(code).toBe(1);
    expect((await fetch(`${first.url}/api/health`)).status).toBe(200);
    await first.stop('SIGKILL');
    const next = await startServer({ dataDir: folder });
    expect(await next.stop()).toBe(0);
  });

  test('a DATA_DIR that is a file', async () => {
    const folder = dataDir();
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'file'), '');
    const { code, said } = await refusedStart({ DATA_DIR: path.join(folder, 'file') });
    expect(said).toMatch(/^Lectern could not start\. .*DATA_DIR|secrets\.json/);
    expect(code).toBe(1);
  });
});

test('S41 where the disk does not last, a missing secret stops Next’s own server', async () => {
  const { child, output } = spawnServer('next', await freePort(), { DATA_DIR: dataDir(), VERCEL: '1' });
  await once(child, 'exit');
  expect(output()).toContain('AUTH_SECRET is not set');
  expect(child.exitCode).not.toBe(0);
});
