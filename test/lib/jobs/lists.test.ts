import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { trashDocument } from '@/lib/documents/trash-document';
import { createFolder } from '@/lib/folders/create-folder';
import { runJob } from '@/lib/jobs/run-job';
import { startJob } from '@/lib/jobs/start-job';
import { undoJob } from '@/lib/jobs/undo-job';
import type { Scope } from '@/lib/listings/listing-query';
import { lockDocument } from '@/lib/locks/lock-document';
import { setStar } from '@/lib/stars/set-star';
import { trashFolder } from '@/lib/trash/trash-folder';
import { noteVisit } from '@/lib/visits/note-visit';
import { makeDocument } from '../../make-document';
import { makeDocuments } from '../../make-documents';
import { makePerson } from '../../make-person';
import { carryOut, contentsOf, fullFolder, runToEnd } from './job-steps';

beforeAll(() => prepareDatabase({ guard: false }));

const isTrashed = async (id: string) => (await db().document.findUniqueOrThrow({ where: { id } })).trashedAt !== null;

describe('everything in a list, as place and filter', () => {
  test('goes to the trash, however much it is, and one undo takes all of it back', async () => {
    const anna = await makePerson();
    const { folder, list } = await fullFolder(anna, { documents: 620, folders: 3 });
    const gone = await carryOut(anna, { verb: 'trash', list });
    expect(gone).toMatchObject({ isFinished: true, total: 623, done: 623, refused: 0, ends: null, refusal: null });
    expect(await contentsOf(folder.id)).toEqual({ documents: 0, folders: 0 });
    const back = await runToEnd(anna, await undoJob(anna, gone.id));
    expect(back).toMatchObject({ verb: 'untrash', isFinished: true, total: 623, refused: 0 });
    expect(await contentsOf(folder.id)).toEqual({ documents: 620, folders: 3 });
    expect(await db().document.count({ where: { ownerId: anna.userId, trashedAt: { not: null } } })).toBe(0);
  });

  test('moves into a folder; what it clashes with there gets numbers, and one undo puts each where it was', async () => {
    const anna = await makePerson();
    const { root, folder, documentIds } = await fullFolder(anna, { documents: 130, folders: 0 });
    const other = await createFolder(anna, { parentId: root.id, name: 'Other', mode: 'specific' });
    const target = await createFolder(anna, { parentId: root.id, name: 'Target', mode: 'specific' });
    const elsewhere = await makeDocuments(anna, other.id, 40);
    const list = { scope: { place: 'search' as const, text: 'report' }, kind: null, toId: target.id };
    const moved = await carryOut(anna, { verb: 'move', list });
    expect(moved).toMatchObject({ total: 170, done: 170, refused: 0 });
    expect(await contentsOf(target.id)).toEqual({ documents: 170, folders: 0 });
    await runToEnd(anna, await undoJob(anna, moved.id));
    const lie = await db().document.findMany({ where: { ownerId: anna.userId }, select: { id: true, folderId: true } });
    const where = new Map(lie.map(({ id, folderId }) => [id, folderId]));
    expect(documentIds.every((id) => where.get(id) === folder.id)).toBe(true);
    expect(elsewhere.every((id) => where.get(id) === other.id)).toBe(true);
  });

  test('is copied, and the undo puts the copies into the trash', async () => {
    const anna = await makePerson();
    const { root, folder, list } = await fullFolder(anna, { documents: 0, folders: 0 });
    for (let n = 0; n < 25; n += 1) await makeDocument(anna, `words ${n}`, `Text ${n}.txt`);
    await carryOut(anna, {
      verb: 'move',
      list: { scope: { place: 'folder', folderId: root.id }, kind: 'text', toId: folder.id },
    });
    const target = await createFolder(anna, { parentId: root.id, name: 'Copies', mode: 'specific' });
    const copied = await carryOut(anna, { verb: 'copy', list: { ...list, toId: target.id } });
    expect(copied).toMatchObject({ total: 25, done: 25, refused: 0 });
    expect(await contentsOf(target.id)).toEqual({ documents: 25, folders: 0 });
    await runToEnd(anna, await undoJob(anna, copied.id));
    expect([await contentsOf(target.id), await contentsOf(folder.id)]).toEqual([
      { documents: 0, folders: 0 },
      { documents: 25, folders: 0 },
    ]);
  });

  test('means the list’s filter: of one kind, without folders', async () => {
    const anna = await makePerson();
    const { folder, list } = await fullFolder(anna, { documents: 40, folders: 2 });
    const done = await carryOut(anna, { verb: 'trash', list: { ...list, kind: 'sheet' } });
    expect(done.total).toBe(10);
    expect(await contentsOf(folder.id)).toEqual({ documents: 30, folders: 2 });
    expect(await db().document.count({ where: { folderId: folder.id, kind: 'sheet', trashedAt: null } })).toBe(0);
  });

  test('means the list’s place: recent, starred, search, trash', async () => {
    const anna = await makePerson();
    const [visited, starred, found, other] = await makeDocuments(
      anna,
      (await fullFolder(anna, { documents: 0, folders: 0 })).folder.id,
      4,
    );
    const ids = [visited, starred, found, other].map((id) => id ?? '');
    await noteVisit(anna, { documentId: ids[0] ?? '' });
    await setStar(anna, { kind: 'document', id: ids[1] ?? '' }, true);
    const text = (await db().document.findUniqueOrThrow({ where: { id: ids[2] ?? '' } })).name;
    const scopes: Scope[] = [{ place: 'recent' }, { place: 'starred' }, { place: 'search', text }];
    for (const [n, scope] of scopes.entries()) {
      expect(await carryOut(anna, { verb: 'trash', list: { scope, kind: null } })).toMatchObject({
        total: 1,
        refused: 0,
      });
      expect(await Promise.all(ids.map(isTrashed))).toEqual(ids.map((_, index) => index <= n));
    }
    expect(await carryOut(anna, { verb: 'delete', list: { scope: { place: 'trash' }, kind: null } })).toMatchObject({
      total: 3,
    });
    expect(await db().document.count({ where: { id: { in: ids } } })).toBe(1);
  });

  test('is what the list had when it was wished: what comes into it later stays', async () => {
    const anna = await makePerson();
    const { folder, documentIds, list } = await fullFolder(anna, { documents: 3, folders: 0 });
    const trash = { scope: { place: 'trash' as const }, kind: null };
    await trashDocument(anna, { documentId: documentIds[0] ?? '', by: 'page' });
    const emptying = await startJob(anna, { verb: 'delete', list: trash });
    await trashDocument(anna, { documentId: documentIds[1] ?? '', by: 'page' });
    await runJob(emptying);
    expect(await db().document.findMany({ where: { id: { in: documentIds }, trashedAt: { not: null } } })).toHaveLength(
      1,
    );
    const trashing = await startJob(anna, { verb: 'trash', list });
    await makeDocuments(anna, folder.id, 2);
    await runJob(trashing);
    expect(await contentsOf(folder.id)).toEqual({ documents: 2, folders: 0 });
  });

  test('empties the trash also where things lie in folders that went there after them: nothing is refused', async () => {
    const anna = await makePerson();
    const { folder, folderIds, documentIds } = await fullFolder(anna, { documents: 3, folders: 2 });
    await trashDocument(anna, { documentId: documentIds[0] ?? '', by: 'page' });
    await trashFolder(anna, { folderId: folderIds[0] ?? '' });
    await trashFolder(anna, { folderId: folder.id });
    const emptied = await carryOut(anna, { verb: 'delete', list: { scope: { place: 'trash' }, kind: null } });
    expect(emptied).toMatchObject({ isFinished: true, total: 3, refused: 0 });
    expect(await db().document.count({ where: { ownerId: anna.userId } })).toBe(0);
    expect(await db().folder.count({ where: { ownerId: anna.userId, rootOfId: null } })).toBe(0);
  });

  test('refuses what may not be changed, counts it and says the first reason; the rest is done', async () => {
    const [anna, eve] = [await makePerson('Anna'), await makePerson('Eve')];
    const { folder, documentIds, list } = await fullFolder(anna, { documents: 5, folders: 0 });
    await lockDocument(anna, { documentId: documentIds[2] ?? '', lockId: 'A' });
    const state = await carryOut(anna, { verb: 'trash', list });
    expect(state).toMatchObject({ total: 5, done: 5, refused: 1, refusal: { code: 'being-edited' } });
    expect(await contentsOf(folder.id)).toEqual({ documents: 1, folders: 0 });
    await expect(startJob(eve, { verb: 'trash', list })).rejects.toMatchObject({ code: 'not-found' });
    const into = { scope: { place: 'recent' as const }, kind: null, toId: folder.id };
    await expect(startJob(eve, { verb: 'move', list: into })).rejects.toMatchObject({ code: 'not-found' });
    expect(await contentsOf(folder.id)).toEqual({ documents: 1, folders: 0 });
  });
});

test('nobody who may only look begins a job', async () => {
  const anna = await makePerson();
  await expect(startJob({ ...anna, ceiling: 'view' }, { verb: 'trash', items: [] })).rejects.toMatchObject({
    code: 'forbidden',
  });
});
