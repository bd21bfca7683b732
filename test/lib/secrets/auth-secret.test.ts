import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { authSecret } from '@/lib/secrets/auth-secret';
import { applySettings } from '@/test/apply-settings';

const root = path.resolve(import.meta.dirname, '../../..');
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const program = `
  import { authSecret } from './lib/secrets/auth-secret';
  try { console.log('secret ' + authSecret({ diskLasts: process.argv[1] !== 'no' })); }
  catch (error) { console.log(error.code + ' ' + error.message); }`;

/** A process of its own, as each server is one: what its secret is, or why it has none. */
async function secretOf(dataDir: string, secret = '', diskLasts = true): Promise<string> {
  const args = ['--import', 'tsx', '--input-type=module', '-e', program, diskLasts ? 'yes' : 'no'];
  const env = { ...process.env, DATA_DIR: dataDir, AUTH_SECRET: secret };
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, env });
  return stdout.trim();
}

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'lectern-secrets-'));
  folders.push(folder);
  return path.join(folder, 'data');
}

test('processes that start at the same moment end up with one secret, in a file for its owner only', async () => {
  const folder = newFolder();
  const secrets = await Promise.all(Array.from({ length: 4 }, () => secretOf(folder)));
  expect(new Set(secrets).size).toBe(1);
  expect(secrets[0]).toMatch(/^secret [\w-]{64}$/);
  const file = path.join(folder, 'secrets.json');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'utf8')).toContain(secrets[0]?.slice('secret '.length));
  expect(readdirSync(folder)).toEqual(['secrets.json']);
});

test('a secret that is set is used, and nothing is written', async () => {
  const folder = newFolder();
  const secret = randomBytes(32).toString('hex');
  expect(await secretOf(folder, secret)).toBe(`secret ${secret}`);
  expect(existsSync(folder)).toBe(false);
});

test('S41 where the disk does not last a missing secret is refused, and a set one is fine', async () => {
  const folder = newFolder();
  expect(await secretOf(folder, '', false)).toMatch(/^settings AUTH_SECRET is not set/);
  expect(existsSync(folder)).toBe(false);
  expect(await secretOf(folder, randomBytes(32).toString('base64'), false)).toMatch(/^secret /);
});

test.each([
  ['31 characters', 'q7Rk2Zx9Lm4Vt8Bn1Hs6Jd3Fg5Pw0Yc', /^AUTH_SECRET is too short/],
  ['a sample', 'change-me-change-me-change-me-change-me', /sample/],
  ['a secret from a tutorial', 'your-secret-key-which-is-32-characters', /sample/],
  ['one character again and again', 'a'.repeat(64), /too simple/],
])('S41 %s is refused', (_what, secret, reason) => {
  Reflect.deleteProperty(globalThis, 'lecternAuthSecret');
  applySettings({ AUTH_SECRET: secret });
  expect(() => authSecret()).toThrow(
    expect.objectContaining({ code: 'settings', message: expect.stringMatching(reason) }),
  );
});
