import { createHash, randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { expect, test } from 'vitest';
import { storage } from '@/lib/storage/open-storage';
import { type BuiltHost, throughBothDoors } from './host';

const MiB = 1024 * 1024;

async function objects(): Promise<number> {
  let count = 0;
  for await (const _ of storage().list()) count += 1;
  return count;
}

function temporary(): number {
  return readdirSync(path.join(process.env.DATA_DIR ?? '', 'documents', 'tmp')).length;
}

/** Sends a PutFile whose body stops half-way until `resume` is called. */
async function slowPut(host: BuiltHost, documentId: string, lockId: string, body: Buffer) {
  const accessToken = await host.token(documentId);
  const url = `${host.wopiSrc(documentId)}/contents?access_token=${accessToken}`;
  const ticks = BigInt(Date.now()) * 10_000n + 621_355_968_000_000_000n;
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
  const before = temporary();
  request.write(body.subarray(0, body.length / 2));
  await expect.poll(temporary).toBeGreaterThan(before);
  return {
    resume: () => {
      request.end(body.subarray(body.length / 2));
      return answered;
    },
  };
}

throughBothDoors(
  'Many at once, and bodies that break off',
  (host) => {
    test('C1: 64 parallel Locks with different ids: one 200, 63 × 409 with the winner’s id, 50 rounds', {
      timeout: 240_000,
    }, async () => {
      const { documentId, client } = await host.opened();
      for (let round = 0; round < 50; round += 1) {
        const answers = await Promise.all(
          Array.from({ length: 64 }, (_, n) => client.lock(`round ${round} lock ${n}`)),
        );
        const statuses = answers.map((answer) => answer.status).sort();
        expect(statuses).toEqual([200, ...Array(63).fill(409)]);
        const winner = (await host.row(documentId)).lockId ?? '';
        const named = answers.filter((answer) => answer.status === 409).map((answer) => answer.headers['x-wopi-lock']);
        expect(new Set(named)).toEqual(new Set([winner]));
        expect((await client.unlock(winner)).status).toBe(200);
      }
    });

    test('C2: parallel UnlockAndRelock with the same old lock: exactly one 200', async () => {
      const { client } = await host.opened();
      await client.lock('old');
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, n) => client.unlockAndRelock(`new ${n}`, 'old')),
      );
      expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    });

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
      const before = [await objects(), temporary()];
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
      await expect.poll(async () => [await objects(), temporary()]).toEqual(before);
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

    test('C6: GetFile during PutFile returns one version whole, never a mixture', async () => {
      const { client } = await host.opened(Buffer.alloc(MiB, 'a'));
      await client.lock('A');
      let isSaving = true;
      const saves = (async () => {
        for (const letter of 'bcdefgh') await client.putFile(Buffer.alloc(MiB, letter), 'A', { modified: true });
        isSaving = false;
      })();
      let reads = 0;
      while (isSaving) {
        const { body } = await client.getFile();
        expect([body.length, new Set(body).size]).toEqual([MiB, 1]);
        reads += 1;
      }
      await saves;
      expect(reads).toBeGreaterThan(0);
    });
  },
  { MAX_DOCUMENT_BYTES: String(20 * MiB) },
);
