import { beforeAll, describe, expect, test } from 'vitest';
import { type ArchiveItem, planArchive } from '@/lib/archives/plan-archive';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { allSteps } from '@/lib/folders/folder-steps';
import { liveFoldersBelow } from '@/lib/folders/live-folders-below';
import { moveFolder } from '@/lib/folders/move-folder';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { lockDocument } from '@/lib/locks/lock-document';
import { deleteFolders } from '@/lib/trash/delete-folders';
import { purgeTrash } from '@/lib/trash/purge-trash';
import { trashFolder } from '@/lib/trash/trash-folder';
import { untrashFolder } from '@/lib/trash/untrash-folder';
import { makeDocuments } from '../../make-documents';
import { makePerson } from '../../make-person';
import { chainOfFolders } from '../folders/chain-of-folders';

beforeAll(() => prepareDatabase({ guard: false }));

const length = 260;

/** What older versions let people make: folders far deeper than the limit, and a document in the innermost. */
async function deepChain() {
  const person = await makePerson();
  const ids = await chainOfFolders(person, (await ownRootFolder(person)).id, length);
  const [documentId = ''] = await makeDocuments(person, ids.at(-1) ?? '', 1);
  const count = async (isTrashed: boolean) => {
    const where = { ownerId: person.userId, trashedAt: isTrashed ? { not: null } : null };
    return (await db().document.count({ where })) + (await db().folder.count({ where: { ...where, rootOfId: null } }));
  };
  return { person, ids, top: ids[0] ?? '', documentId, count };
}

describe('a chain of folders that is deeper than the limit', () => {
  test('goes to the trash, comes back and is deleted for ever to its last folder', async () => {
    const { person, top, count } = await deepChain();
    await trashFolder(person, { folderId: top });
    expect([await count(false), await count(true)]).toEqual([0, length + 1]);
    await untrashFolder(person, { folderId: top });
    expect([await count(false), await count(true)]).toEqual([length + 1, 0]);
    await trashFolder(person, { folderId: top });
    const results = await allSteps(deleteFolders(person, { folderIds: [top] }));
    expect(results.get(top)).toEqual({ ok: true });
    expect([await count(false), await count(true)]).toEqual([0, 0]);
  });

  test('does not go to the trash while a document at its bottom is being edited', async () => {
    const { person, top, documentId, count } = await deepChain();
    await lockDocument(person, { documentId, lockId: 'A' });
    await expect(trashFolder(person, { folderId: top })).rejects.toMatchObject({ code: 'being-edited' });
    expect(await count(true)).toBe(0);
  });

  test('is in a zip with all that is in it', async () => {
    const { person, top } = await deepChain();
    const item: ArchiveItem = { kind: 'folder', id: top };
    const { entries } = await planArchive(person, [item]);
    expect(entries).toHaveLength(length + 1);
    expect(entries.at(-1)?.path.split('/')).toHaveLength(length + 1);
  });

  test('of which an older version left the inside behind is gone with the next cleaning of the trash', async () => {
    const { person, ids, top, count } = await deepChain();
    await trashFolder(person, { folderId: top });
    await db().folder.deleteMany({ where: { id: { in: ids.slice(0, 200) } } });
    expect(await count(true)).toBe(length - 200 + 1);
    await purgeTrash(new Date());
    expect(await count(true)).toBe(length - 200 + 1);
    await purgeTrash(new Date(Date.now() + 31 * 24 * 60 * 60_000));
    expect(await count(true)).toBe(0);
  });
});

test('a ring of folders in damaged data holds nobody up: it is deleted, and a walk through it ends', async () => {
  const { person, ids, top, count } = await deepChain();
  await db().folder.update({ where: { id: top }, data: { parentId: ids.at(-1) ?? '' } });
  expect(await liveFoldersBelow(db(), top, 10_000)).toHaveLength(length);
  const root = await ownRootFolder(person);
  const moving = moveFolder(person, { folderId: top, parentId: root.id, onClash: 'refuse' });
  await expect(moving).rejects.toMatchObject({ detail: { reason: 'too-deep' } });
  expect((await planArchive(person, [{ kind: 'folder', id: top }])).entries).toHaveLength(length + 1);
  await trashFolder(person, { folderId: top });
  expect(await count(true)).toBe(length + 1);
  await allSteps(deleteFolders(person, { folderIds: [top] }));
  expect([await count(false), await count(true)]).toEqual([0, 0]);
});
