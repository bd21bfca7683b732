import { createHash, randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Storage } from '@/lib/storage/storage';
import { bodyOf, textOf } from '../streams';

export type StorageUnderTest = {
  storage: Storage;
  /** how many temporary files or unfinished uploads lie around */
  leftovers: () => Promise<number>;
};

const maxBytes = 8 * 1024 * 1024;

/** What every storage driver must do. */
export function storageContract(name: string, make: () => Promise<StorageUnderTest>): void {
  describe(`${name} keeps the storage contract`, () => {
    let storage: Storage;
    let leftovers: StorageUnderTest['leftovers'];
    beforeEach(async () => {
      ({ storage, leftovers } = await make());
    });

    async function count(): Promise<number> {
      let objects = 0;
      for await (const _ of storage.list()) objects += 1;
      return objects;
    }

    async function expectNothingLeft(): Promise<void> {
      expect([await count(), await leftovers()]).toEqual([0, 0]);
    }

    test('what is put comes back byte for byte, with its size and SHA-256', async () => {
      const bytes = randomBytes(3 * 1024 * 1024 + 7);
      const stored = await storage.put(bodyOf(bytes), { expectedBytes: bytes.length, maxBytes });
      const sha256 = createHash('sha256').update(bytes).digest('base64');
      expect([stored.size, stored.sha256]).toEqual([bytes.length, sha256]);
      const back = Buffer.from(await new Response(await storage.get(stored.key)).arrayBuffer());
      expect(back.equals(bytes)).toBe(true);
      expect(await leftovers()).toBe(0);
    });

    test('an empty document is stored', async () => {
      const stored = await storage.put(null, { maxBytes });
      expect([stored.size, await textOf(await storage.get(stored.key))]).toEqual([0, '']);
    });

    test('a range is read, both ends inclusive', async () => {
      const { key } = await storage.put(bodyOf('0123456789'), { maxBytes });
      expect(await textOf(await storage.get(key, { start: 2, end: 5 }))).toBe('2345');
    });

    test('a body shorter than announced is refused and leaves nothing', async () => {
      await expect(storage.put(bodyOf('short'), { expectedBytes: 6, maxBytes })).rejects.toMatchObject({
        code: 'incomplete-body',
      });
      await expectNothingLeft();
    });

    test('a body longer than announced is refused and leaves nothing', async () => {
      await expect(storage.put(bodyOf('too long'), { expectedBytes: 3, maxBytes })).rejects.toMatchObject({
        code: 'incomplete-body',
      });
      await expectNothingLeft();
    });

    test('a body over the limit is refused and leaves nothing', async () => {
      await expect(storage.put(bodyOf('123456'), { maxBytes: 5 })).rejects.toMatchObject({ code: 'too-large' });
      await expectNothingLeft();
    });

    test('a body that breaks off in the middle is refused and leaves nothing', async () => {
      let sent = 0;
      const broken = new ReadableStream<Uint8Array>({
        pull(controller) {
          sent += 1;
          if (sent > 3) controller.error(new Error('aborted'));
          else controller.enqueue(new Uint8Array(100_000));
        },
      });
      await expect(storage.put(broken, { maxBytes })).rejects.toMatchObject({ code: 'incomplete-body' });
      await expectNothingLeft();
    });

    test('fifty puts at once make fifty objects', async () => {
      const stored = await Promise.all(
        Array.from({ length: 50 }, (_, n) => storage.put(bodyOf(`object ${n}`), { maxBytes })),
      );
      expect(new Set(stored.map((object) => object.key)).size).toBe(50);
      expect(await count()).toBe(50);
      for (const [n, { key }] of stored.entries()) expect(await textOf(await storage.get(key))).toBe(`object ${n}`);
    });

    test('an object that is still coming in cannot be seen', async () => {
      let finish = () => {};
      const slow = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(new Uint8Array(1000));
          finish = () => controller.close();
        },
      });
      const put = storage.put(slow, { maxBytes });
      await expect.poll(leftovers).toBe(1);
      expect(await count()).toBe(0);
      finish();
      await put;
      expect([await count(), await leftovers()]).toEqual([1, 0]);
    });

    test('a reader that leaves does not disturb the next one', async () => {
      const { key } = await storage.put(bodyOf(new Uint8Array(2_000_000)), { maxBytes });
      const reader = (await storage.get(key)).getReader();
      await reader.read();
      await reader.cancel();
      expect((await new Response(await storage.get(key)).arrayBuffer()).byteLength).toBe(2_000_000);
    });

    test('a missing object and a key that is none are content-missing; deleting twice is no error', async () => {
      const { key } = await storage.put(bodyOf('gone soon'), { maxBytes });
      await storage.delete(key);
      await storage.delete(key);
      await expect(storage.get(key)).rejects.toMatchObject({ code: 'content-missing' });
      for (const odd of ['../../etc/passwd', '', 'a/b', 'ABC', '\0'.repeat(26), '..%2f..%2fetc%2fpasswd']) {
        await expect(storage.get(odd)).rejects.toMatchObject({ code: 'content-missing' });
      }
    });

    test('the check leaves nothing behind', async () => {
      await storage.check();
      await expectNothingLeft();
    });
  });
}
