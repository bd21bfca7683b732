import { createHash, randomBytes } from 'node:crypto';
import http from 'node:http';
import { expect, test } from 'vitest';
import { incomingFiles, storedKeys } from '@/test/stored-objects';
import { ticksOf } from '@/test/wopi-client/proof-signer';
import { type BuiltHost, throughBothDoors } from './host';

const MiB = 1024 * 1024;

/** Sends a PutFile whose body stops half-way until `resume` is called. */
async function slowPut(host: BuiltHost, documentId: string, lockId: string, body: Buffer) {
  const accessToken = await host.token(documentId);
  const url = `${host.wopiSrc(documentId)}/contents?access_token=${accessToken}`;
  const ticks = ticksOf(Date.now());
  const proof = host.documentServer.signer.sign({ accessToken, url, ticks });
  const request = http.request(url, {
    method: 'POST',
    agent: false,
    headers: {
      'X-WOPI-Override': 'PUT',
      'X-WOPI-Lock': lockId,
      'X-WOPI-Proof': proof,
      'X-WOPI-TimeStamp': String(ticks),
      'Content-Length': body.length,
    },
  });
  const answered = new Promise<{ status: number; lock: unknown }>((resolve, reject) => {
    request.on('error', reject);
    request.on('response', (response) => {
      response.resume();
      response.on('end', () => resolve({ status: response.statusCode ?? 0, lock: response.headers['x-wopi-lock'] }));
    });
  });
  const before = incomingFiles().length;
  request.write(body.subarray(0, body.length / 2));
  await expect.poll(() => incomingFiles().length).toBeGreaterThan(before);
  return {
    resume: () => {
      request.end(body.subarray(body.length / 2));
      return answered;
    },
  };
}

throughBothDoors(
  'Bodies that are slow, cut or large',
  (host) => {
    test('C3: the lock is replaced while a slow body comes in: 409, the old content stays, the body is kept as a recovery copy', async () => {
      const { documentId, client } = await host.opened();
      await client.lock('A');
      const slow = await slowPut(host, documentId, 'A', Buffer.alloc(2 * MiB, 'a'));
      await client.unlockAndRelock('B', 'A');
      expect(await slow.resume()).toEqual({ status: 409, lock: 'B' });
      expect((await client.getFile()).body.toString()).toBe('first words');
      expect((await host.row(documentId)).recoveryCopies).toMatchObject([{ size: BigInt(2 * MiB), lockId: 'A' }]);
    });

    test('C4 F01 F02: a cut body, a body shorter or longer than X-WOPI-Size and one over the limit change nothing and leave nothing', async () => {
      const { documentId, client } = await host.opened();
      await client.lock('A');
      const before = [await storedKeys(), incomingFiles()];
      const body = Buffer.alloc(MiB, 'x');
      for (const cutAfter of [1, MiB / 2, MiB - 1]) {
        await expect(client.putFile(body, 'A', { modified: true }, { cutAfter })).rejects.toThrow();
      }
      for (const size of [MiB - 1, MiB + 1]) {
        const answer = await client.putFile(
          body,
          'A',
          { modified: true },
          { extraHeaders: [['X-WOPI-Size', String(size)]] },
        );
        expect(answer.status).toBe(400);
      }
      expect((await client.putFile(Buffer.alloc(21 * MiB), 'A', { modified: true })).status).toBe(413);
      await expect.poll(async () => [await storedKeys(), incomingFiles()]).toEqual(before);
      expect(await host.row(documentId)).toMatchObject({ version: 1, lockId: 'A', recoveryCopies: [] });
    });

    test('S23: a body announced as 10 GiB is answered 413 without being read', async () => {
      const { client } = await host.opened();
      await client.lock('A');
      const answer = await client
        .putFile(Buffer.alloc(1000), 'A', {}, { contentLength: 10 * 1024 * MiB })
        .catch(() => null);
      if (answer) expect(answer.status).toBe(413);
    });

    test('C5: bodies around 10 MiB arrive whole although a proxy.ts exists', async () => {
      const { client } = await host.opened();
      await client.lock('A');
      for (const size of [10 * MiB - 1, 10 * MiB, 10 * MiB + 1, 20 * MiB]) {
        const body = randomBytes(size);
        expect((await client.putFile(body, 'A', { modified: true })).status).toBe(200);
        const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
        expect(hash((await client.getFile()).body)).toBe(hash(body));
      }
    });

    test('D10: RenameFile with the whole document as body answers 200 and leaves the content alone', async () => {
      const documentId = await host.document();
      const client = await host.client(documentId, { dialect: 'collabora' });
      await client.lock('cool-lock1a2b3c4d');
      const answer = await client.renameFile('Renamed', 'cool-lock1a2b3c4d', {}, Buffer.alloc(6 * MiB, 1));
      expect([answer.status, answer.json()]).toEqual([200, { Name: 'Renamed' }]);
      expect((await client.getFile()).body.toString()).toBe('first words');
    });
  },
  { MAX_DOCUMENT_BYTES: String(20 * MiB) },
);
