import { expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { trashDocument } from '@/lib/documents/trash-document';
import { lockDocument } from '@/lib/locks/lock-document';
import { releaseLock } from '@/lib/locks/release-lock';
import { readRecoveryCopy } from '@/lib/recovery/read-recovery-copy';
import { inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';
import { textOf } from '@/test/streams';

inProcess('Saves that must be refused', (host) => {
  test('a save refused for a lock conflict is kept, whole', async () => {
    const { documentId, client } = await host.opened();
    await lockDocument(host.anna, { documentId, lockId: 'somebody else' });
    expect((await client.putFile('my lost words', 'mine', { modified: true })).status).toBe(409);
    const { recoveryCopies } = await host.row(documentId);
    expect(recoveryCopies).toMatchObject([{ reason: 'lock-conflict', size: 13n, lockId: 'mine', baseVersion: 1 }]);
    const { body } = await readRecoveryCopy(host.anna, { recoveryCopyId: recoveryCopies[0]?.id ?? '' });
    expect(await textOf(body)).toBe('my lost words');
  });

  test('a save with a token that expired less than 24 hours ago answers 401 and is kept; after 24 hours it is not', async () => {
    const { documentId, client } = await host.opened();
    await client.lock('A');
    await host.expireTokens(documentId, 60_000);
    expect((await client.putFile('typed overnight', 'A', { modified: true })).status).toBe(401);
    expect((await host.row(documentId)).recoveryCopies).toHaveLength(1);
    await host.expireTokens(documentId, 24 * 3_600_000 - 60_000);
    expect((await client.putFile('typed yesterday', 'A', { modified: true })).status).toBe(401);
    expect((await host.row(documentId)).recoveryCopies).toHaveLength(2);
    await host.expireTokens(documentId, 24 * 3_600_000);
    expect((await client.putFile('typed last week', 'A', { modified: true })).status).toBe(401);
    expect((await host.row(documentId)).recoveryCopies).toHaveLength(2);
  });

  test('nothing is kept for an unknown token, a view token, a token of another document, a failed proof, a cut or an empty body', async () => {
    const { documentId, client } = await host.opened();
    const unknown = await host.client(documentId, { accessToken: 'x'.repeat(48) });
    const viewing = await host.client(documentId, { ceiling: 'view' });
    const other = await host.document();
    const foreign = await host.client(documentId, { accessToken: await host.token(other) });
    expect((await unknown.putFile('x', 'A')).status).toBe(401);
    expect((await viewing.putFile('x', 'A')).status).toBe(404);
    expect((await foreign.putFile('x', 'A')).status).toBe(404);
    expect((await client.putFile('x', 'A', {}, { signToken: 'another' })).status).toBe(500);
    await client.putFile('x'.repeat(1000), 'A', {}, { cutAfter: 500 }).catch(() => null);
    expect((await client.putFile('', 'A')).status).toBe(409);
    await host.expireTokens(documentId, 60_000);
    await host.expireTokens(other, 60_000);
    expect((await viewing.putFile('x', 'A')).status).toBe(401);
    expect((await foreign.putFile('x', 'A')).status).toBe(401);
    expect((await client.putFile('x', 'A', {}, { signToken: 'another' })).status).toBe(401);
    expect((await client.putFile('', 'A')).status).toBe(401);
    await client.putFile('x'.repeat(1000), 'A', {}, { cutAfter: 500 }).catch(() => null);
    expect((await host.row(documentId)).recoveryCopies).toEqual([]);
    expect((await host.row(other)).recoveryCopies).toEqual([]);
  });

  test('a save after the right was withdrawn answers 404 and is kept for the owner', async () => {
    const person = await makePerson('Ben');
    const documentId = await host.document();
    await host.grant(documentId, person, 'editor');
    const client = await host.client(documentId, { person });
    await client.lock('A');
    await db().grant.deleteMany({ where: { documentId } });
    expect((await client.putFile('Ben’s words', 'A', { modified: true })).status).toBe(404);
    expect((await host.row(documentId)).recoveryCopies).toMatchObject([{ userId: person.userId, reason: 'not-found' }]);
  });

  test('a save into a document that is in the trash by now is kept', async () => {
    const { documentId, client } = await host.opened();
    await trashDocument(host.anna, { documentId });
    expect((await client.putFile('x', 'A')).status).toBe(404);
    expect((await host.row(documentId)).recoveryCopies).toHaveLength(1);
  });

  test('a lock that its owner released lets the old holder’s save be refused with an empty X-WOPI-Lock and kept, and somebody else take over', async () => {
    const person = await makePerson('Ben');
    const documentId = await host.document();
    await host.grant(documentId, person, 'editor');
    const client = await host.client(documentId, { person });
    await client.lock('A');
    expect((await releaseLock(host.anna, { documentId })).heldBy?.name).toBe('Ben');

    const refused = await client.putFile('Ben’s late words', 'A', { modified: true });
    expect([refused.status, refused.headers['x-wopi-lock']]).toEqual([409, '']);
    const row = await host.row(documentId);
    expect(row.version).toBe(1);
    expect(row.recoveryCopies).toMatchObject([{ userId: person.userId, reason: 'lock-conflict', lockId: 'A' }]);

    const other = await host.client(documentId);
    expect((await other.lock('B')).status).toBe(200);
    expect((await other.putFile('Anna’s words', 'B', { modified: true })).status).toBe(200);
    const again = await client.putFile('Ben’s words again', 'A', { modified: true });
    expect([again.status, again.headers['x-wopi-lock']]).toEqual([409, 'B']);
    expect((await host.row(documentId)).recoveryCopies).toHaveLength(2);
  });
});

inProcess(
  'A refused save over the limit',
  (host) => {
    test('is not kept, announced or not', async () => {
      const { documentId, client } = await host.opened();
      await client.lock('A');
      expect((await client.putFile('x'.repeat(101), 'B')).status).toBe(409);
      await host.expireTokens(documentId, 60_000);
      expect((await client.putFile('x'.repeat(101), 'A')).status).toBe(401);
      expect((await host.row(documentId)).recoveryCopies).toEqual([]);
      expect((await client.putFile('x'.repeat(100), 'A')).status).toBe(401);
      expect((await host.row(documentId)).recoveryCopies).toHaveLength(1);
    });
  },
  { MAX_DOCUMENT_BYTES: '100' },
);
