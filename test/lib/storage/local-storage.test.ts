import { mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { LocalStorage } from '@/lib/storage/local-storage';
import { storageContract } from '../../contract/storage.contract';
import { bodyOf } from '../../streams';

async function make() {
  const root = await mkdtemp(path.join(tmpdir(), 'lectern-storage-'));
  const leftovers = async () => (await readdir(path.join(root, 'tmp')).catch(() => [])).length;
  return { root, storage: new LocalStorage(root), leftovers };
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
