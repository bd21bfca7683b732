import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { createFolder } from '@/lib/folders/create-folder';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { finishJobs } from '@/lib/jobs/finish-jobs';
import type { JobVerb } from '@/lib/jobs/job-wish';
import { readJob } from '@/lib/jobs/read-job';
import { startJob } from '@/lib/jobs/start-job';
import { undoJob } from '@/lib/jobs/undo-job';
import { trashFolder } from '@/lib/trash/trash-folder';
import { makeDocument } from '../../make-document';
import { makePerson } from '../../make-person';
import { contentsOf, fullFolder, halves, runFor, runOut } from './job-steps';

beforeAll(() => prepareDatabase({ guard: false }));

describe('a job that broke off', () => {
  test.each([1, 2, 3, 4, 6])(
    'after %i transactions is finished by house-keeping: nothing is left out, nothing done twice',
    async (transactions) => {
      const anna = await makePerson();
      const { root, folder, list } = await fullFolder(anna, { documents: 120, folders: 3 });
      const trash = await startJob(anna, { verb: 'trash', list });
      await runFor(trash, transactions);
      await finishJobs();
      expect(await readJob(anna, trash)).toMatchObject({ isFinished: true, total: 123, refused: 0 });
      expect([await contentsOf(folder.id), await halves(anna.userId)]).toEqual([{ documents: 0, folders: 0 }, 0]);

      const back = await undoJob(anna, trash);
      await runFor(back, transactions);
      await finishJobs();
      expect([await contentsOf(folder.id), await halves(anna.userId)]).toEqual([{ documents: 120, folders: 3 }, 0]);

      const whole = { verb: 'trash' as const, items: [{ kind: 'folder' as const, id: folder.id }] };
      const again = await startJob(anna, whole);
      await runFor(again, transactions);
      await finishJobs();
      expect(await halves(anna.userId)).toBe(0);

      const destroy = await startJob(anna, { ...whole, verb: 'delete' });
      await runFor(destroy, transactions);
      await finishJobs();
      expect(await db().document.count({ where: { ownerId: anna.userId } })).toBe(0);
      expect(await db().folder.findMany({ where: { ownerId: anna.userId }, select: { id: true } })).toEqual([
        { id: root.id },
      ]);
      const events = await db().auditEvent.groupBy({
        by: ['action'],
        where: { actorId: anna.userId, action: { startsWith: 'document.' } },
        _count: true,
        orderBy: { action: 'asc' },
      });
      expect(events.map(({ action, _count }) => [action, _count])).toEqual([
        ['document.trash', 120],
        ['document.untrash', 120],
      ]);
    },
  );

  test('while it copied is finished without a second copy of anything', async () => {
    const anna = await makePerson();
    const root = await ownRootFolder(anna);
    const { folder } = await fullFolder(anna, { documents: 0, folders: 0 });
    for (let n = 0; n < 45; n += 1) await makeDocument(anna, `${n}`, `Text ${n}.txt`);
    const target = await createFolder(anna, { parentId: folder.id, name: 'Copies', mode: 'specific' });
    const list = { scope: { place: 'folder' as const, folderId: root.id }, kind: 'text', toId: target.id };
    const jobId = await startJob(anna, { verb: 'copy', list });
    await runFor(jobId, 2);
    expect((await contentsOf(target.id)).documents).toBe(20);
    await finishJobs();
    expect(await readJob(anna, jobId)).toMatchObject({ isFinished: true, total: 45, refused: 0 });
    expect((await contentsOf(target.id)).documents).toBe(45);
  });

  test.each<JobVerb>(['trash', 'delete'])(
    'because its process was killed in the middle of “%s” leaves what house-keeping finishes',
    async (verb) => {
      const anna = await makePerson();
      const { folder, folderIds } = await fullFolder(anna, { documents: 900, folders: 4 });
      const items = [{ kind: 'folder' as const, id: folder.id }];
      if (verb === 'delete') await trashFolder(anna, { folderId: folder.id });
      const jobId = await startJob(anna, { verb, items });
      const args = ['--import', 'tsx', path.join(import.meta.dirname, 'run-one-job.ts'), jobId];
      const child = spawn(process.execPath, args, { stdio: 'ignore' });
      const ended = once(child, 'exit');
      for (;;) {
        const { changed, finishedAt } = await db().job.findUniqueOrThrow({ where: { id: jobId } });
        expect(finishedAt).toBeNull();
        if (changed > 4) break;
      }
      child.kill('SIGKILL');
      await ended;
      expect((await readJob(anna, jobId)).isFinished).toBe(false);
      // Somebody may still be at it: nobody else begins before the hold has run out.
      await finishJobs();
      expect((await readJob(anna, jobId)).isFinished).toBe(false);
      await runOut(jobId);
      await finishJobs();
      expect(await readJob(anna, jobId)).toMatchObject({ isFinished: true, refused: 0 });
      expect(await halves(anna.userId)).toBe(0);
      const left = await db().folder.count({ where: { id: { in: [folder.id, ...folderIds] } } });
      expect(left).toBe(verb === 'delete' ? 0 : 5);
      expect(await db().document.count({ where: { ownerId: anna.userId, trashedAt: null } })).toBe(0);
    },
  );
});
