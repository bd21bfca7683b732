import { execFile } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

const isSqlite = !process.env.DATABASE_URL;
const root = path.resolve(import.meta.dirname, '../../..');
/** Root may write everything: then the start is another user's, who owns none of the files. */
const stranger = process.getuid?.() === 0 ? 65_534 : null;
const parent = mkdtempSync(path.join(tmpdir(), 'lectern-unwritable-'));
chmodSync(parent, 0o755);
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const program = `
  const user = Number(process.argv[1]);
  const { prepareLectern } = await import('./lib/setup/prepare');
  if (user) process.setuid(user);
  await prepareLectern().then(() => console.log('ready'), (error) => console.log(error.code + ' ' + error.message));
  process.exit();`;

/** What a start says, in a process of its own. */
async function start(dataDir: string, user: number | null, settings: Record<string, string> = {}): Promise<string> {
  const args = ['--import', 'tsx', '--input-type=module', '-e', program, String(user ?? 0)];
  const env = { ...process.env, LOG_LEVEL: 'silent', DATA_DIR: dataDir, ...settings };
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, env });
  return stdout.trim();
}

function everythingBelow(folder: string): string[] {
  return [folder, ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((each) => path.join(folder, each))];
}

let made = 0;
describe.runIf(isSqlite)('a start is refused in a sentence', () => {
  let dataDir = '';
  const template = path.join(parent, 'template');
  beforeAll(async () => {
    expect(await start(template, null)).toBe('ready');
  });
  beforeEach(() => {
    made += 1;
    dataDir = path.join(parent, String(made));
    cpSync(template, dataDir, { recursive: true });
    for (const each of everythingBelow(dataDir)) chmodSync(each, statSync(each).isDirectory() ? 0o755 : 0o644);
  });

  /** Everything but `kept` can be read by the user of the next start, and not be written. */
  function lockUp(kept: (file: string) => boolean = () => false): void {
    for (const each of everythingBelow(dataDir)) {
      const isKept = kept(path.relative(dataDir, each));
      if (isKept && stranger !== null) chownSync(each, stranger, stranger);
      if (!isKept && stranger === null) chmodSync(each, statSync(each).isDirectory() ? 0o555 : 0o444);
    }
  }

  test('when the data folder belongs to another user and can only be read', async () => {
    lockUp();
    expect(await start(dataDir, stranger)).toMatch(
      new RegExp(`^settings The database ${dataDir}/lectern\\.db cannot be written \\(\\w+\\)\\. Give this user`),
    );
  });

  test('when only the database cannot be written', async () => {
    lockUp((file) => file !== 'lectern.db');
    expect(await start(dataDir, stranger)).toMatch(/^settings The database .*lectern\.db cannot be written \(SQLITE_/);
  });

  test('when only documents cannot be stored', async () => {
    lockUp((file) => !file.startsWith('documents'));
    expect(await start(dataDir, stranger)).toBe(
      `settings Documents cannot be stored in DATA_DIR (${dataDir}). Give this user the right to write there and in all folders below.`,
    );
  });

  test('when the folder of the database is a file', async () => {
    writeFileSync(path.join(dataDir, 'file'), '');
    const settings = { DATABASE_URL: `file:${path.join(dataDir, 'file', 'lectern.db')}` };
    expect(await start(dataDir, null, settings)).toMatch(/^settings The database .* cannot be written \(\w+\)/);
  });

  test('and not when everything can be written', async () => {
    lockUp(() => true);
    expect(await start(dataDir, stranger)).toBe('ready');
  });

  test('and the file that guards the database is its user’s only, also one that an older version made', async () => {
    const guard = path.join(dataDir, 'lectern.db.lock');
    expect(statSync(guard).mode & 0o777).toBe(0o644);
    expect(await start(dataDir, null)).toBe('ready');
    expect(statSync(guard).mode & 0o777).toBe(0o600);
    mkdirSync(path.join(dataDir, 'fresh'));
    const settings = { DATABASE_URL: `file:${path.join(dataDir, 'fresh', 'lectern.db')}` };
    expect(await start(dataDir, null, settings)).toBe('ready');
    expect(statSync(path.join(dataDir, 'fresh', 'lectern.db.lock')).mode & 0o777).toBe(0o600);
  });
});
