import { db } from '@/lib/db/db';
import { createFolder } from '@/lib/folders/create-folder';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import type { Wish } from '@/lib/jobs/job-wish';
import { type JobState, readJob } from '@/lib/jobs/read-job';
import { runJob } from '@/lib/jobs/run-job';
import { startJob } from '@/lib/jobs/start-job';
import type { Actor } from '@/lib/users/actor';
import { makeDocuments } from '../../make-documents';

/** Carries a wish out to its end. */
export async function carryOut(actor: Actor, wish: Wish): Promise<JobState> {
  return runToEnd(actor, await startJob(actor, wish));
}

export async function runToEnd(actor: Actor, jobId: string): Promise<JobState> {
  await runJob(jobId);
  return readJob(actor, jobId);
}

/** Works at a job for some transactions and breaks off. */
export async function runFor(jobId: string, transactions: number): Promise<void> {
  let left = transactions;
  await runJob(jobId, () => {
    left -= 1;
    return left <= 0;
  });
}

/** A folder of the person's with many documents and some folders, each with a document in it. */
export async function fullFolder(actor: Actor, counts: { documents: number; folders: number }) {
  const root = await ownRootFolder(actor);
  const folder = await createFolder(actor, { parentId: root.id, name: 'Full', mode: 'suggested' });
  const documentIds = await makeDocuments(actor, folder.id, counts.documents);
  const folderIds: string[] = [];
  for (let n = 0; n < counts.folders; n += 1) {
    const { id } = await createFolder(actor, { parentId: folder.id, name: `Part ${n}`, mode: 'specific' });
    await makeDocuments(actor, id, 1);
    folderIds.push(id);
  }
  return {
    root,
    folder,
    documentIds,
    folderIds,
    list: { scope: { place: 'folder' as const, folderId: folder.id }, kind: null },
  };
}

/** What a folder has, live. */
export async function contentsOf(folderId: string) {
  return {
    documents: await db().document.count({ where: { folderId, trashedAt: null } }),
    folders: await db().folder.count({ where: { parentId: folderId, trashedAt: null } }),
  };
}

/** As if the process that worked at it had been gone for longer than a hold lasts. */
export const runOut = (jobId: string) =>
  db().job.updateMany({ where: { id: jobId }, data: { heldUntil: new Date(0) } });

/** Folders and documents that are half-way: they lie in the trash with a folder that does not, or the other way round. */
export async function halves(userId: string): Promise<number> {
  const folders = await db().folder.findMany({ where: { ownerId: userId } });
  const isTrashed = new Map(folders.map(({ id, trashedAt }) => [id, trashedAt !== null]));
  const documents = await db().document.findMany({ where: { ownerId: userId } });
  const wrong = [
    ...folders.filter(({ parentId, trashedAt }) => trashedAt === null && isTrashed.get(parentId ?? '') === true),
    ...folders.filter(({ trashedWithId }) => trashedWithId !== null && isTrashed.get(trashedWithId) !== true),
    ...documents.filter(({ folderId, trashedAt }) => trashedAt === null && isTrashed.get(folderId) === true),
    ...documents.filter(({ trashedWithId }) => trashedWithId !== null && isTrashed.get(trashedWithId) !== true),
  ];
  return wrong.length;
}
