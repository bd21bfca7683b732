import { expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';
import { incomingFiles, storedKeys } from '@/test/stored-objects';
import { ticksOf } from '@/test/wopi-client/proof-signer';

const MiB = 1024 * 1024;

inProcess(
  'The body of PutFile',
  (host) => {
    /** A PutFile whose body stops half-way until `resume` is called. */
    async function slowPut(documentId: string, lockId: string, body: Buffer, person = host.anna) {
      const accessToken = await host.token(documentId, person);
      const url = `${host.wopiSrc(documentId)}/contents?access_token=${accessToken}`;
      const ticks = ticksOf(Date.now());
      let resume = (): void => {};
      const gate = new Promise<void>((resolve) => {
        resume = resolve;
      });
      const halves = [body.subarray(0, body.length / 2), body.subarray(body.length / 2)];
      const before = incomingFiles().length;
      const answered = host.fetch(url, {
        method: 'POST',
        headers: {
          'X-WOPI-Override': 'PUT',
          'X-WOPI-Lock': lockId,
          'X-WOPI-Proof': host.documentServer.signer.sign({ accessToken, url, ticks }),
          'X-WOPI-TimeStamp': String(ticks),
          'Content-Length': String(body.length),
        },
        body: new ReadableStream<Uint8Array>({
          async pull(controller) {
            if (halves.length === 1) await gate;
            const half = halves.shift();
            if (half) controller.enqueue(new Uint8Array(half));
            else controller.close();
          },
        }),
        duplex: 'half',
      } as RequestInit);
      await expect.poll(() => incomingFiles().length).toBeGreaterThan(before);
      return {
        resume: () => {
          resume();
          return answered;
        },
      };
    }

    test('C3: the lock is replaced while a slow body comes in: 409, the old content stays, the body is kept as a recovery copy', async () => {
      const { documentId, client } = await host.opened();
      await client.lock('A');
      const slow = await slowPut(documentId, 'A', Buffer.alloc(2 * MiB, 'a'));
      await client.unlockAndRelock('B', 'A');
      const answer = await slow.resume();
      expect([answer.status, answer.headers.get('x-wopi-lock')]).toEqual([409, 'B']);
      expect((await client.getFile()).body.toString()).toBe('first words');
      expect((await host.row(documentId)).recoveryCopies).toMatchObject([{ size: BigInt(2 * MiB), lockId: 'A' }]);
    });

    test('the right is withdrawn while a slow body comes in: 404, and the body is kept for the owner', async () => {
      const ben = await makePerson('Ben');
      const documentId = await host.document();
      await host.grant(documentId, ben, 'editor');
      await (await host.client(documentId, { person: ben })).lock('A');
      const slow = await slowPut(documentId, 'A', Buffer.from('Ben’s words'), ben);
      await db().grant.deleteMany({ where: { documentId } });
      expect((await slow.resume()).status).toBe(404);
      const { version, recoveryCopies } = await host.row(documentId);
      expect([version, recoveryCopies]).toMatchObject([1, [{ userId: ben.userId, reason: 'not-found', lockId: 'A' }]]);
    });

    test('a save that ends after another of the same lock is the newer version', async () => {
      const { documentId, client } = await host.opened();
      await client.lock('A');
      const slow = await slowPut(documentId, 'A', Buffer.from('ends second'));
      expect((await client.putFile('ends first', 'A', { modified: true })).status).toBe(200);
      expect((await slow.resume()).headers.get('x-wopi-itemversion')).toBe('3');
      expect((await client.getFile()).body.toString()).toBe('ends second');
      expect((await host.row(documentId)).versions).toHaveLength(3);
    });

    test('C4 F01 F02: a cut body, a body shorter or longer than X-WOPI-Size and one over the limit change nothing and leave nothing', async () => {
      const { documentId, client } = await host.opened();
      await client.lock('A');
      const before = [await storedKeys(), incomingFiles()];
      const body = Buffer.alloc(MiB, 'x');
      for (const cutAfter of [1, MiB / 2, MiB - 1]) {
        await expect(client.putFile(body, 'A', { modified: true }, { cutAfter })).rejects.toThrow('on purpose');
      }
      for (const size of [MiB - 1, MiB + 1]) {
        for (const contentLength of [MiB, size]) {
          const announced = {
            contentLength,
            extraHeaders: [['X-WOPI-Size', String(size)]] satisfies [string, string][],
          };
          expect((await client.putFile(body, 'A', { modified: true }, announced)).status).toBe(400);
        }
      }
      expect((await client.putFile(Buffer.alloc(2 * MiB + 1), 'A', { modified: true })).status).toBe(413);
      await expect.poll(async () => [await storedKeys(), incomingFiles()]).toEqual(before);
      expect(await host.row(documentId)).toMatchObject({ version: 1, lockId: 'A', recoveryCopies: [] });
    });

    test('a body without Content-Length is held to X-WOPI-Size, and without both to the limit as it comes', async () => {
      const { documentId, client } = await host.opened();
      await client.lock('A');
      const before = [await storedKeys(), incomingFiles()];
      const { accessToken } = client.options;
      const url = `${host.wopiSrc(documentId)}/contents?access_token=${accessToken}`;
      const ticks = ticksOf(Date.now());
      const put = (bytes: Buffer, more: Record<string, string> = {}) =>
        host.fetch(url, {
          method: 'POST',
          headers: {
            'X-WOPI-Override': 'PUT',
            'X-WOPI-Lock': 'A',
            'X-WOPI-Proof': host.documentServer.signer.sign({ accessToken, url, ticks }),
            'X-WOPI-TimeStamp': String(ticks),
            ...more,
          },
          body: new Uint8Array(bytes),
        });
      expect((await put(Buffer.alloc(10), { 'X-WOPI-Size': '9' })).status).toBe(400);
      expect((await put(Buffer.alloc(10), { 'X-WOPI-Size': '11' })).status).toBe(400);
      expect((await put(Buffer.alloc(2 * MiB + 1))).status).toBe(413);
      expect([await storedKeys(), incomingFiles()]).toEqual(before);
      expect((await put(Buffer.alloc(2 * MiB))).status).toBe(200);
    });

    test('more than the limit under another lock is told of the lock, not of the size', async () => {
      const { client } = await host.opened();
      await client.lock('A');
      const answer = await client.putFile(Buffer.alloc(2 * MiB + 1), 'B');
      expect([answer.status, answer.headers['x-wopi-lock']]).toEqual([409, 'A']);
    });
  },
  { MAX_DOCUMENT_BYTES: String(2 * MiB) },
);
