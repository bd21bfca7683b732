import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { listPage } from '@/lib/listings/list-page';
import { lockDocument } from '@/lib/locks/lock-document';
import { releaseLock } from '@/lib/locks/release-lock';
import { unlockDocument } from '@/lib/locks/unlock-document';
import { grantRole } from '@/lib/shares/grant-role';
import { findToken } from '@/lib/tokens/find-token';
import { issueToken } from '@/lib/tokens/issue-token';
import { noteEditing } from '@/lib/tokens/note-editing';
import type { Actor } from '@/lib/users/actor';
import { makeDocument } from '../../make-document';
import { makePerson } from '../../make-person';

beforeAll(() => prepareDatabase({ guard: false }));

/** A document of Zoe's that Anna and Boris may edit. */
async function shared() {
  const [zoe, anna, boris] = [await makePerson('Zoe'), await makePerson('Anna'), await makePerson('Boris')];
  const documentId = await makeDocument(zoe);
  for (const { email } of [anna, boris]) await grantRole(zoe, { documentId, userEmail: email, role: 'editor' });
  const names = async () => {
    const scope = { place: 'folder', folderId: (await ownRootFolder(zoe)).id } as const;
    const sort = { column: 'name', direction: 'ascending' } as const;
    const page = await listPage(zoe, { scope, sort, kind: null, after: null, limit: 10 });
    return page.documents[0]?.editingBy.map(({ name }) => name);
  };
  return { documentId, zoe, anna, boris, names };
}

async function tokenOf(actor: Actor, documentId: string, ceiling: 'edit' | 'view' = 'edit') {
  const { token } = await issueToken(actor, { documentId, ceiling, client: 'document-server' });
  const found = await findToken(token, null);
  if (!found) throw new Error('no token');
  return found;
}

/** Lock as ONLYOFFICE sends it for each who joins: all with the same id. */
async function join(actor: Actor, documentId: string) {
  const token = await tokenOf(actor, documentId);
  const { lockSession } = await lockDocument(actor, { documentId, lockId: 'A' });
  await noteEditing(token, lockSession);
  return token;
}

describe('who edits', () => {
  test('is everybody who opened it for editing since its lock began, the last who took the lock first', async () => {
    const { documentId, zoe, anna, boris, names } = await shared();
    await tokenOf(zoe, documentId);
    expect(await names()).toEqual([]);
    await join(boris, documentId);
    expect(await names()).toEqual(['Boris']);
    await join(zoe, documentId);
    await join(anna, documentId);
    await join(anna, documentId);
    expect(await names()).toEqual(['Anna', 'Boris', 'Zoe']);
    await unlockDocument(boris, { documentId, lockId: 'A' });
    expect(await names()).toEqual([]);
    await join(zoe, documentId);
    expect(await names()).toEqual(['Zoe']);
  });

  test('is nobody once the lock has run out or was released, and only the new one when another takes over', async () => {
    const { documentId, zoe, anna, boris, names } = await shared();
    await join(anna, documentId);
    await join(boris, documentId);
    await db().document.update({ where: { id: documentId }, data: { lockExpiresAt: new Date(Date.now() - 1) } });
    expect(await names()).toEqual([]);
    await lockDocument(zoe, { documentId, lockId: 'B' });
    expect(await names()).toEqual(['Zoe']);
    await releaseLock(zoe, { documentId });
    await lockDocument(boris, { documentId, lockId: 'A' });
    expect(await names()).toEqual(['Boris']);
  });

  test('leaves out whoever only views, whose token was revoked or ran out, and who was disabled', async () => {
    const { documentId, zoe, anna, boris, names } = await shared();
    await join(zoe, documentId);
    const { lockSession } = await db().document.findUniqueOrThrow({ where: { id: documentId } });
    await noteEditing(await tokenOf(anna, documentId, 'view'), lockSession);
    expect(await names()).toEqual(['Zoe']);
    for (const data of [{ revokedAt: new Date() }, { expiresAt: new Date(Date.now() - 1) }]) {
      const { id } = await tokenOf(anna, documentId);
      await db().accessToken.update({ where: { id }, data: { lockSession } });
      expect(await names()).toEqual(['Anna', 'Zoe'].reverse());
      await db().accessToken.update({ where: { id }, data });
      expect(await names()).toEqual(['Zoe']);
    }
    await noteEditing(await tokenOf(boris, documentId), lockSession);
    expect(await names()).toEqual(['Zoe', 'Boris']);
    await db().user.update({ where: { id: boris.userId }, data: { disabledAt: new Date() } });
    expect(await names()).toEqual(['Zoe']);
  });
});
