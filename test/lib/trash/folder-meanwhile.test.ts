import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { allSteps } from '@/lib/folders/folder-steps';
import { lockDocument } from '@/lib/locks/lock-document';
import { deleteFolders } from '@/lib/trash/delete-folders';
import { trashFolder } from '@/lib/trash/trash-folder';
import { trashFolders } from '@/lib/trash/trash-folders';
import { untrashFolder } from '@/lib/trash/untrash-folder';
import { makePerson } from '../../make-person';
import { all, largeFolder, none, row } from './large-folder';

beforeAll(() => prepareDatabase({ guard: false }));

describe('a large folder', () => {
  test('in which somebody begins to edit while it goes comes back as a whole, and the refusal names them', async () => {
    const anna = await makePerson('Anna');
    const { inner, outer, count } = await largeFolder(anna);
    const walk = trashFolders(anna, { folderIds: [outer.id] });
    await walk.next();
    const { id } = await db().document.findFirstOrThrow({ where: { folderId: inner.id } });
    await lockDocument(anna, { documentId: id, lockId: 'A' });
    const results = await allSteps(walk);
    expect(results.get(outer.id)).toMatchObject({
      ok: false,
      error: { code: 'being-edited', message: expect.stringContaining('Anna is editing') },
    });
    expect([await count(false), await count(true)]).toEqual([all, none]);
    expect((await row(outer.id)).name).toBe('Large');
    expect((await db().document.findUniqueOrThrow({ where: { id } })).lockId).toBe('A');
  });

  test('that is taken back while it goes is whole, whoever comes first', async () => {
    const anna = await makePerson();
    for (const steps of [1, 3, 6]) {
      const { outer, count } = await largeFolder(anna);
      const walk = trashFolders(anna, { folderIds: [outer.id] });
      for (let n = 0; n < steps; n += 1) await walk.next();
      await Promise.all([untrashFolder(anna, { folderId: outer.id }), allSteps(walk)]);
      expect([await count(false), await count(true)]).toEqual([all, none]);
      await trashFolder(anna, { folderId: outer.id });
      await allSteps(deleteFolders(anna, { folderIds: [outer.id] }));
    }
  });

  test('that is taken back while it is deleted keeps what it still has, live and whole', async () => {
    const anna = await makePerson();
    const { outer, count } = await largeFolder(anna);
    await trashFolder(anna, { folderId: outer.id });
    const walk = deleteFolders(anna, { folderIds: [outer.id] });
    for (let n = 0; n < 12; n += 1) await walk.next();
    await untrashFolder(anna, { folderId: outer.id });
    const { documents } = await count(false);
    expect((await allSteps(walk)).get(outer.id)).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect([await count(false), await count(true)]).toEqual([{ documents, folders: all.folders }, none]);
    expect(documents).toBeGreaterThan(0);
  });
});
