import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { trashDocument } from '@/lib/documents/trash-document';
import { lockDocument } from '@/lib/locks/lock-document';
import { readLock } from '@/lib/locks/read-lock';
import { refreshLock } from '@/lib/locks/refresh-lock';
import { releaseLock } from '@/lib/locks/release-lock';
import { grantRole } from '@/lib/shares/grant-role';
import type { Actor } from '@/lib/users/actor';
import { makeDocument } from '../../make-document';
import { makePerson } from '../../make-person';

let [anna, boris]: Actor[] = [];
beforeAll(async () => {
  await prepareDatabase({ guard: false });
});

/** A document of Anna's that Boris edits. */
async function edited() {
  anna = await makePerson('Anna');
  boris = await makePerson('Boris');
  const documentId = await makeDocument(anna);
  await grantRole(anna, { documentId, userEmail: boris.email, role: 'editor' });
  await lockDocument(boris, { documentId, lockId: 'A' });
  return { documentId, anna, boris };
}

describe('a stuck lock', () => {
  test('is ended by the owner without its id, and the audit trail says whose it was', async () => {
    const { documentId, anna, boris } = await edited();
    const heldBy = { id: boris.userId, name: 'Boris' };
    expect(await releaseLock(anna, { documentId })).toEqual({ name: 'Letter.docx', heldBy });
    expect((await readLock(anna, { documentId })).lockId).toBeNull();
    await expect(refreshLock(boris, { documentId, lockId: 'A' })).rejects.toMatchObject({ detail: { lock: '' } });
    const row = await db().auditEvent.findFirstOrThrow({ where: { documentId, action: 'document.release-lock' } });
    expect(row).toMatchObject({ actorId: anna.userId, documentName: 'Letter.docx', outcome: 'done' });
    expect(JSON.parse(row.detail)).toEqual({ heldById: boris.userId, heldByName: 'Boris' });
    expect(await releaseLock(anna, { documentId })).toMatchObject({ heldBy: null });
  });

  test('is ended by an administrator who may not read the document, and by the operator', async () => {
    const { documentId, boris } = await edited();
    const admin: Actor = { ...(await makePerson('Root')), isAdmin: true };
    expect((await releaseLock(admin, { documentId })).heldBy?.name).toBe('Boris');
    await lockDocument(boris, { documentId, lockId: 'B' });
    expect((await releaseLock('operator', { documentId })).heldBy?.name).toBe('Boris');
    const rows = await db().auditEvent.findMany({ where: { documentId, action: 'document.release-lock' } });
    expect(rows.map((row) => row.actorId).sort()).toEqual([admin.userId, null].sort());
  });

  test('is not ended by an editor, by a stranger, or with a token for viewing', async () => {
    const { documentId, anna, boris } = await edited();
    await expect(releaseLock(boris, { documentId })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(releaseLock(await makePerson(), { documentId })).rejects.toMatchObject({ code: 'not-found' });
    const viewing: Actor = { ...anna, isAdmin: true, ceiling: 'view' };
    await expect(releaseLock(viewing, { documentId })).rejects.toMatchObject({ code: 'forbidden' });
    expect((await readLock(anna, { documentId })).lockId).toBe('A');
  });

  test('of a document that is not there, or in the trash, is not found', async () => {
    const { documentId, anna } = await edited();
    await releaseLock(anna, { documentId });
    await trashDocument(anna, { documentId, by: 'page' });
    for (const id of [documentId, 'x'.repeat(26), '../x']) {
      for (const actor of [anna, { ...anna, isAdmin: true }, 'operator'] as const) {
        await expect(releaseLock(actor, { documentId: id })).rejects.toMatchObject({ code: 'not-found' });
      }
    }
  });

  test('that expired, but whose id still stands there, is left to its holder', async () => {
    const { documentId, anna } = await edited();
    await db().document.update({ where: { id: documentId }, data: { lockExpiresAt: new Date(Date.now() - 1) } });
    expect(await releaseLock(anna, { documentId })).toMatchObject({ heldBy: null });
    expect(await db().document.findUnique({ where: { id: documentId } })).toMatchObject({ lockId: 'A' });
  });

  test('released by ten at once is released once, and refreshed meanwhile ends all the same', async () => {
    const { documentId, anna, boris } = await edited();
    const tries = Array.from({ length: 10 }, () => releaseLock(anna, { documentId }));
    await Promise.allSettled([...tries, lockDocument(boris, { documentId, lockId: 'A' })]);
    const released = (await Promise.all(tries)).filter(({ heldBy }) => heldBy !== null);
    const rows = await db().auditEvent.count({ where: { documentId, action: 'document.release-lock' } });
    expect(rows).toBe(released.length);
    expect(rows).toBeGreaterThan(0);
  });
});
