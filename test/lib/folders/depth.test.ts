import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { copyFolder } from '@/lib/folders/copy-folder';
import { createFolder } from '@/lib/folders/create-folder';
import { listAncestors } from '@/lib/folders/list-ancestors';
import { makePath } from '@/lib/folders/make-path';
import { moveFolder } from '@/lib/folders/move-folder';
import { moveFolders } from '@/lib/folders/move-folders';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { runJob } from '@/lib/jobs/run-job';
import { undoJob } from '@/lib/jobs/undo-job';
import { trashFolder } from '@/lib/trash/trash-folder';
import { untrashFolder } from '@/lib/trash/untrash-folder';
import type { Actor } from '@/lib/users/actor';
import { makePerson } from '../../make-person';
import { carryOut } from '../jobs/job-steps';
import { chainOfFolders } from './chain-of-folders';

beforeAll(() => prepareDatabase({ guard: false }));

const deepest = 100;
const tooDeep = { code: 'invalid-request', detail: { reason: 'too-deep', most: deepest } };
const rootOf = async (actor: Actor) => (await ownRootFolder(actor)).id;
const move = (actor: Actor, folderId: string, parentId: string) =>
  moveFolder(actor, { folderId, parentId, onClash: 'refuse' });
const copy = (actor: Actor, folderId: string, parentId: string) =>
  copyFolder(actor, { folderId, parentId, onClash: 'keep-both' });
const depthOf = async (actor: Actor, id: string) => (await listAncestors(actor, id)).folders.length;
const countOf = ({ userId }: Actor) => db().folder.count({ where: { ownerId: userId } });

/** Two chains beside each other that are, with the root folder, exactly as deep as it goes: 60 and 39. */
async function twoChains(more = 0) {
  const actor = await makePerson();
  const root = await rootOf(actor);
  const [long, short] = [await chainOfFolders(actor, root, 60), await chainOfFolders(actor, root, 39 + more)];
  const ends = { longTop: long[0] ?? '', longEnd: long.at(-1) ?? '', top: short[0] ?? '', end: short.at(-1) ?? '' };
  return { actor, root, ...ends };
}

describe('folders lie at most 100 deep in each other, whichever way one gets there', () => {
  test('a move counts how tall it is what moves', async () => {
    const fits = await twoChains();
    await move(fits.actor, fits.top, fits.longEnd);
    expect(await depthOf(fits.actor, fits.end)).toBe(deepest);
    const { actor, top, longEnd, end } = await twoChains(1);
    await expect(move(actor, top, longEnd)).rejects.toMatchObject(tooDeep);
    expect(await depthOf(actor, end)).toBe(41);
  });

  test('chains that are moved into each other at once, in a batch or one by one, do not pass it together', async () => {
    for (const isBatch of [true, false]) {
      const actor = await makePerson();
      const root = await rootOf(actor);
      const chains: string[][] = [];
      for (let n = 0; n < 4; n += 1) chains.push(await chainOfFolders(actor, root, 45));
      const items = chains.slice(1).map((chain, n) => ({
        ...{ folderId: chain[0] ?? '', parentId: chains[n]?.at(-1) ?? '', onClash: 'refuse' as const },
      }));
      if (isBatch) await moveFolders(actor, { items });
      else await Promise.allSettled(items.map(({ folderId, parentId }) => move(actor, folderId, parentId)));
      const depths = await Promise.all(chains.map((chain) => depthOf(actor, chain.at(-1) ?? '')));
      expect(Math.max(...depths)).toBe(91);
    }
  });

  test('a copy counts how tall it is what is copied, and leaves nothing of it behind', async () => {
    const fits = await twoChains();
    const made = await copy(fits.actor, fits.top, fits.longEnd);
    expect(await depthOf(fits.actor, made.id)).toBe(62);
    expect(await countOf(fits.actor)).toBe(1 + 60 + 39 + 39);
    const { actor, top, longEnd } = await twoChains(1);
    await expect(copy(actor, top, longEnd)).rejects.toMatchObject(tooDeep);
    expect(await countOf(actor)).toBe(1 + 60 + 40);
  });

  test('what lies in the trash by itself does not move along; when it comes back it counts', async () => {
    const { actor, root, top, longEnd, longTop } = await twoChains();
    const [under = ''] = await chainOfFolders(actor, top, 60);
    await trashFolder(actor, { folderId: under });
    await move(actor, top, longEnd);
    await expect(untrashFolder(actor, { folderId: under })).rejects.toMatchObject(tooDeep);
    expect((await db().folder.findUniqueOrThrow({ where: { id: under } })).trashedAt).not.toBeNull();
    await move(actor, top, root);
    await untrashFolder(actor, { folderId: under });
    expect(await depthOf(actor, under)).toBe(3);
    await expect(move(actor, top, longTop)).resolves.toMatchObject({ id: top });
    await expect(move(actor, longTop, top)).rejects.toMatchObject({ detail: { reason: 'into-itself' } });
  });

  test('what went to the trash with its folder counts when that comes back', async () => {
    const { actor, root, top, longEnd } = await twoChains();
    const [parent = ''] = await chainOfFolders(actor, root, 1);
    await move(actor, top, parent);
    await trashFolder(actor, { folderId: top });
    await move(actor, parent, longEnd);
    await expect(untrashFolder(actor, { folderId: top })).rejects.toMatchObject(tooDeep);
  });

  test('a move that is taken back is refused where the folder that it came out of lies deeper now', async () => {
    const { actor, root, top, longEnd } = await twoChains();
    const [parent = ''] = await chainOfFolders(actor, root, 1);
    await move(actor, top, parent);
    const item = { kind: 'folder' as const, id: top, toId: root, onClash: 'refuse' as const };
    const { id } = await carryOut(actor, { verb: 'move', items: [item] });
    await move(actor, parent, longEnd);
    const undo = await undoJob(actor, id);
    await runJob(undo);
    const [undone] = await db().jobItem.findMany({ where: { jobId: undo } });
    expect(undone?.outcome).toBe('refused');
    expect(JSON.parse(undone?.refusal ?? '')).toMatchObject({ detail: { reason: 'too-deep' } });
    expect(await depthOf(actor, top)).toBe(2);
  });

  test('a new folder and the folders of an upload are refused below the deepest', async () => {
    const actor = await makePerson();
    const ids = await chainOfFolders(actor, await rootOf(actor), deepest - 2);
    const parentId = ids.at(-1) ?? '';
    await expect(makePath(actor, { parentId, path: ['a', 'b'] })).rejects.toMatchObject(tooDeep);
    const last = await makePath(actor, { parentId, path: ['a'] });
    for (const mode of ['suggested', 'specific'] as const) {
      await expect(createFolder(actor, { parentId: last.id, name: 'b', mode })).rejects.toMatchObject(tooDeep);
    }
    expect(await countOf(actor)).toBe(deepest);
  });

  test('a chain that an older version made comes back out of the trash to where it was', async () => {
    const actor = await makePerson();
    const root = await rootOf(actor);
    const ids = await chainOfFolders(actor, root, 150);
    await trashFolder(actor, { folderId: ids[0] ?? '' });
    await untrashFolder(actor, { folderId: ids[0] ?? '' });
    expect(await db().folder.count({ where: { ownerId: actor.userId, trashedAt: null } })).toBe(151);
    const [other = ''] = await chainOfFolders(actor, root, 1);
    await expect(move(actor, ids[0] ?? '', other)).rejects.toMatchObject(tooDeep);
    await expect(copy(actor, ids[0] ?? '', other)).rejects.toMatchObject(tooDeep);
  });
});
