import { db } from '@/lib/db/db';
import { batchSize } from '@/lib/db/in-batch';
import { createFolder } from '@/lib/folders/create-folder';
import type { Steps } from '@/lib/folders/folder-steps';
import { makePaths } from '@/lib/folders/make-paths';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import type { Actor } from '@/lib/users/actor';
import { makeDocuments } from '../../make-documents';

const many = 2 * batchSize + 50;

/** A folder with many documents, and in it a folder with many documents and many folders. */
export async function largeFolder(person: Actor) {
  const root = await ownRootFolder(person);
  const outer = await createFolder(person, { parentId: root.id, name: 'Large', mode: 'suggested' });
  const paths = Array.from({ length: many }, (_, n) => ['Inner', `Part ${n}`]);
  await makePaths(person, { parentId: outer.id, paths });
  const inner = await db().folder.findFirstOrThrow({ where: { parentId: outer.id } });
  await makeDocuments(person, outer.id, many);
  await makeDocuments(person, inner.id, many);
  const owner = { ownerId: person.userId };
  const count = async (isTrashed: boolean) => {
    const trashedAt = isTrashed ? { not: null } : null;
    return {
      documents: await db().document.count({ where: { ...owner, trashedAt } }),
      folders: await db().folder.count({ where: { ...owner, trashedAt, rootOfId: null } }),
    };
  };
  return { root, outer, inner, count };
}
export const all = { documents: 2 * many, folders: many + 2 };
export const none = { documents: 0, folders: 0 };
export const row = (id: string) => db().folder.findUniqueOrThrow({ where: { id } });
export const keepBoth = (folderId: string) => ({ items: [{ folderId, onClash: 'keep-both' as const }] });

/** Goes a few steps and breaks off, as a crash does: what was committed stays. */
export async function stopAfter(steps: Steps<unknown>, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await steps.next();
  await steps.return(null);
}
