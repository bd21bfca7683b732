import { beforeAll, describe, expect, test } from 'vitest';
import { dialect } from '@/lib/db/adapter';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { createFolder } from '@/lib/folders/create-folder';
import { finishJobs } from '@/lib/jobs/finish-jobs';
import { readJob } from '@/lib/jobs/read-job';
import { runJob } from '@/lib/jobs/run-job';
import { startJob } from '@/lib/jobs/start-job';
import { trashFolder } from '@/lib/trash/trash-folder';
import { disableUser } from '@/lib/users/disable-user';
import { makeDocument } from '../../make-document';
import { makePerson } from '../../make-person';
import { contentsOf, fullFolder, halves, runFor } from './job-steps';

beforeAll(() => prepareDatabase({ guard: false }));

describe('rights are asked anew', () => {
  test('for a person who was disabled nothing new is begun, and a folder that is half-way comes to its end', async () => {
    const [anna, admin] = [await makePerson(), await makePerson()];
    const { folder, documentIds } = await fullFolder(anna, { documents: 250, folders: 2 });
    const single = await makeDocument(anna);
    const items = [
      { kind: 'folder' as const, id: folder.id },
      { kind: 'document' as const, id: single },
    ];
    const jobId = await startJob(anna, { verb: 'trash', items });
    await runFor(jobId, 2);
    expect(await halves(anna.userId)).toBeGreaterThan(0);
    await disableUser({ ...admin, isAdmin: true }, { userId: anna.userId });
    await finishJobs();
    expect(await halves(anna.userId)).toBe(0);
    expect(await readJob(anna, jobId)).toMatchObject({ isFinished: true, total: 2, refused: 1 });
    expect((await db().document.findUniqueOrThrow({ where: { id: single } })).trashedAt).toBeNull();
    expect(await db().document.count({ where: { id: { in: documentIds }, trashedAt: null } })).toBe(0);
  });

  test('of the documents of a list, those that are another’s by now stay', async () => {
    const [anna, eve] = [await makePerson(), await makePerson()];
    const { folder, documentIds, list } = await fullFolder(anna, { documents: 150, folders: 0 });
    const jobId = await startJob(anna, { verb: 'trash', list });
    await runFor(jobId, 3);
    const left = await db().document.findMany({ where: { id: { in: documentIds }, trashedAt: null } });
    expect(left).toHaveLength(50);
    await db().document.updateMany({ where: { folderId: folder.id, trashedAt: null }, data: { ownerId: eve.userId } });
    await finishJobs();
    expect(await readJob(anna, jobId)).toMatchObject({ isFinished: true, refused: 50, refusal: { code: 'not-found' } });
    expect(await contentsOf(folder.id)).toEqual({ documents: 50, folders: 0 });
  });

  test('a folder that has gone to the trash meanwhile takes no more of what was moved into it', async () => {
    const anna = await makePerson();
    const { root, folder, list } = await fullFolder(anna, { documents: 150, folders: 0 });
    const target = await createFolder(anna, { parentId: root.id, name: 'Target', mode: 'specific' });
    const jobId = await startJob(anna, { verb: 'move', list: { ...list, toId: target.id } });
    await runFor(jobId, 3);
    await trashFolder(anna, { folderId: target.id });
    await finishJobs();
    expect(await readJob(anna, jobId)).toMatchObject({ isFinished: true, refused: 50, refusal: { code: 'not-found' } });
    expect(await contentsOf(folder.id)).toEqual({ documents: 50, folders: 0 });
  });
});

test('an item that fails for no known reason is refused alone, and the rest is done', async () => {
  const anna = await makePerson();
  const { folder, documentIds } = await fullFolder(anna, { documents: 3, folders: 0 });
  const [, broken] = documentIds;
  const items = documentIds.map((id) => ({ kind: 'document' as const, id }));
  const jobId = await startJob(anna, { verb: 'trash', items });
  // A database that breaks at one row, whoever writes it.
  const fail = dialect() === 'sqlite' ? breakOnSqlite : breakOnPostgres;
  for (const statement of fail(broken ?? '')) await db().$executeRawUnsafe(statement);
  await runJob(jobId);
  expect(await readJob(anna, jobId)).toMatchObject({ isFinished: true, refused: 1, refusal: { code: 'internal' } });
  const left = await db().document.findMany({ where: { folderId: folder.id, trashedAt: null }, select: { id: true } });
  expect(left).toEqual([{ id: broken }]);
});

const breakOnSqlite = (id: string) => [
  `CREATE TRIGGER broken BEFORE UPDATE ON "Document" WHEN OLD."id" = '${id}' BEGIN SELECT RAISE(ABORT, 'broken row'); END`,
];
const breakOnPostgres = (id: string) => [
  `CREATE FUNCTION broken() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'broken row'; END $$ LANGUAGE plpgsql`,
  `CREATE TRIGGER broken BEFORE UPDATE ON "Document" FOR EACH ROW WHEN (OLD."id" = '${id}') EXECUTE FUNCTION broken()`,
];
