import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { main } from '@/cli/main';

const folder = mkdtempSync(path.join(tmpdir(), 'lectern-portal-'));
const imported = z.array(z.object({ id: z.string(), name: z.string() }));
const token = z.object({ WOPISrc: z.string(), access_token: z.string(), access_token_ttl: z.number() });
const email = 'admin@example.com';

/** The command line in this process. That it is one beside a server: test/start/portal.test.ts. */
async function portal(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((text: string) => void out.push(text)),
    vi.spyOn(console, 'error').mockImplementation((text: string) => void err.push(text)),
  ];
  const code = await main(args, folder);
  for (const spy of spies) spy.mockRestore();
  return { code, out: out.join('\n'), err: err.join('\n') };
}

async function answered<T>(shape: z.ZodType<T>, ...args: string[]): Promise<T> {
  const { code, out, err } = await portal(...args, '--json');
  expect(err).toBe('');
  expect(code).toBe(0);
  return shape.parse(JSON.parse(out));
}

beforeAll(async () => {
  writeFileSync(path.join(folder, 'empty.docx'), '');
  expect((await portal('create-user', email, '--admin')).code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('The commands of the portal', () => {
  test('import --folder makes the folders that are missing, and adds to those that are there', async () => {
    const into = (...more: string[]) =>
      answered(imported, 'import', 'empty.docx', '--user', email, '--folder', ...more);
    expect((await into('Berichte/2026'))[0]?.name).toBe('empty.docx');
    expect((await into('/berichte/2026/'))[0]?.name).toBe('empty (1).docx');
    expect((await into('Berichte'))[0]?.name).toBe('empty.docx');
    for (const wrong of ['/', '../elsewhere']) {
      const refused = await portal('import', 'empty.docx', '--user', email, '--folder', wrong);
      expect(refused.code).not.toBe(0);
      expect(refused.err).toContain('--folder');
    }
  });

  test('wopi-token prints its JSON without --json too', async () => {
    const [file] = await answered(imported, 'import', 'empty.docx', '--user', email);
    const { code, out } = await portal('wopi-token', file?.id ?? '', '--user', email);
    expect(code).toBe(0);
    expect(Object.keys(token.parse(JSON.parse(out)))).toEqual(['WOPISrc', 'access_token', 'access_token_ttl']);
    for (const hours of ['0', '11', 'x']) {
      expect((await portal('wopi-token', file?.id ?? '', '--user', email, '--hours', hours)).code).toBe(2);
    }
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
    ['an account that is there', ['create-user', email], 1, /already/],
    ['a person who is not there', ['import', 'empty.docx', '--user', 'nobody@example.org'], 1, /nobody@example\.org/],
    ['a file that is not there', ['import', 'gone.docx', '--user', email], 1, /gone\.docx/],
    ['a folder', ['import', '.', '--user', email], 1, /not a file/],
    ['a document that is not there', ['wopi-token', 'x'.repeat(26), '--user', email], 1, /./],
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
