import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { LocalStorage } from '@/lib/storage/local-storage';
import { storageContract } from '../../contract/storage.contract';
import { linesOfLog } from '../../lines-of-log';
import { bodyOf } from '../../streams';

async function make() {
  const root = await mkdtemp(path.join(tmpdir(), 'lectern-storage-'));
  const leftovers = async () => (await readdir(path.join(root, 'tmp')).catch(() => [])).length;
  return { root, storage: new LocalStorage(root), leftovers };
}

/** The files below a folder that this process has open, where the system says it. */
function openFilesBelow(root: string): string[] {
  if (!existsSync('/proc/self/fd')) return [];
  const open = readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/self/fd/${fd}`)];
    } catch {
      return [];
    }
  });
  return open.filter((file) => file.startsWith(root));
}

storageContract('The local driver', make);

test('temporary files are cleared a day after their process has gone, not before', async () => {
  const { root, storage, leftovers } = await make();
  await storage.put(bodyOf('x'), { maxBytes: 10 });
  for (const [name, ageHours] of [
    ['old', 25],
    ['young', 23],
  ] as const) {
    const file = path.join(root, 'tmp', name);
    await writeFile(file, 'x');
    const then = new Date(Date.now() - ageHours * 3_600_000);
    await utimes(file, then, then);
  }
  await storage.removeAbandoned();
  expect(await leftovers()).toBe(1);
});

test('a symbolic link in the place of an object is not followed', async () => {
  const { root, storage } = await make();
  const { key } = await storage.put(bodyOf('x'), { maxBytes: 10 });
  const file = path.join(root, 'objects', key.slice(0, 2), key);
  await rm(file);
  await symlink('/etc/passwd', file);
  await expect(storage.get(key)).rejects.toMatchObject({ code: 'content-missing' });
});

test('a store that cannot be written says unavailable and leaves nothing', async () => {
  const { root, storage } = await make();
  await writeFile(path.join(root, 'tmp'), 'a file where the folder should be');
  await expect(storage.put(bodyOf('x'), { maxBytes: 10 })).rejects.toMatchObject({ code: 'unavailable' });
});

test.each([
  ['says nothing', undefined],
  ['says why', Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' })],
])(
  'a reader that breaks off and %s is no fault of the store: nothing is logged, and the file is closed',
  async (_name, why) => {
    const { root, storage } = await make();
    // More than one read, so that there is something to break off.
    const { key } = await storage.put(bodyOf(Buffer.alloc(1024 * 1024)), { maxBytes: 1024 * 1024 });
    const before = linesOfLog().length;
    const reader = (await storage.get(key)).getReader();
    await reader.read();
    await reader.cancel(why);
    await expect.poll(() => openFilesBelow(root)).toEqual([]);
    await storage.check();
    await expect.poll(() => openFilesBelow(root)).toEqual([]);
    expect(linesOfLog().slice(before)).toEqual([]);
  },
);

test('bytes that cannot be read are logged at error with their cause, once', async () => {
  const { root, storage } = await make();
  const { key } = await storage.put(bodyOf('x'), { maxBytes: 10 });
  const file = path.join(root, 'objects', key.slice(0, 2), key);
  await rm(file);
  await mkdir(file);
  const before = linesOfLog().length;
  await expect((await storage.get(key)).getReader().read()).rejects.toThrow('EISDIR');
  const logged = linesOfLog().slice(before);
  expect(logged.map((line) => JSON.parse(line))).toMatchObject([{ level: 50, cause: 'EISDIR', key }]);
});
