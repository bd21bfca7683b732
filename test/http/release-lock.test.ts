import { expect, test } from 'vitest';
import { releaseLock } from '@/lib/locks/release-lock';
import { makePerson } from '@/test/make-person';
import { throughBothDoors } from './host';

throughBothDoors('A lock that its owner released', (host) => {
  test('lets the old holder’s save be refused with an empty X-WOPI-Lock and kept, and somebody else take over', async () => {
    const person = await makePerson('Ben');
    const documentId = await host.document();
    await host.grant(documentId, person, 'editor');
    const client = await host.client(documentId, { person });
    await client.lock('A');
    expect((await releaseLock(host.anna, { documentId })).heldBy?.name).toBe('Ben');

    const refused = await client.putFile('Ben’s late words', 'A', { modified: true });
    expect(refused.status).toBe(409);
    expect(refused.headers['x-wopi-lock']).toBe('');
    const row = await host.row(documentId);
    expect(row.version).toBe(1);
    expect(row.recoveryCopies).toMatchObject([{ userId: person.userId, reason: 'lock-conflict', lockId: 'A' }]);

    const other = await host.client(documentId);
    expect((await other.lock('B')).status).toBe(200);
    expect((await other.putFile('Anna’s words', 'B', { modified: true })).status).toBe(200);
    const again = await client.putFile('Ben’s words again', 'A', { modified: true });
    expect(again.status).toBe(409);
    expect(again.headers['x-wopi-lock']).toBe('B');
    expect((await host.row(documentId)).recoveryCopies).toHaveLength(2);
  });
});
