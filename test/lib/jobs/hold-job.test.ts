import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { inTransaction } from '@/lib/db/in-transaction';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { finishJobs } from '@/lib/jobs/finish-jobs';
import { isLostHold, takeJob } from '@/lib/jobs/hold-job';
import { readJob } from '@/lib/jobs/read-job';
import { startJob } from '@/lib/jobs/start-job';
import { makePerson } from '../../make-person';
import { contentsOf, fullFolder, runFor, runOut } from './job-steps';

beforeAll(() => prepareDatabase({ guard: false }));

describe('one process holds a job', () => {
  test('two that begin at once do not work at it together', async () => {
    const anna = await makePerson();
    const jobId = await startJob(anna, { verb: 'trash', items: [] });
    const taken = await Promise.all([takeJob(jobId), takeJob(jobId), takeJob(jobId)]);
    expect(taken.filter((hold) => hold !== null)).toHaveLength(1);
  });

  test('who was away for too long has lost it: its transaction writes nothing', async () => {
    const anna = await makePerson();
    const jobId = await startJob(anna, { verb: 'trash', items: [] });
    const first = await takeJob(jobId);
    await runOut(jobId);
    const second = await takeJob(jobId);
    const late = await inTransaction(async (tx) => {
      await tx.user.update({ where: { id: anna.userId }, data: { name: 'Written too late' } });
      await first?.keep(tx);
    }).catch((error: unknown) => error);
    expect(isLostHold(late)).toBe(true);
    expect((await db().user.findUniqueOrThrow({ where: { id: anna.userId } })).name).toBe(anna.name);
    await first?.release();
    await inTransaction(async (tx) => second?.keep(tx));
  });

  test('everybody who goes on at once with a job makes it whole together', async () => {
    const anna = await makePerson();
    const { folder, list } = await fullFolder(anna, { documents: 250, folders: 2 });
    const jobId = await startJob(anna, { verb: 'trash', list });
    while (!(await readJob(anna, jobId)).isFinished) {
      await Promise.all([runFor(jobId, 1), runFor(jobId, 2), finishJobs()]);
    }
    expect(await contentsOf(folder.id)).toEqual({ documents: 0, folders: 0 });
    expect(await db().auditEvent.count({ where: { actorId: anna.userId, action: 'document.trash' } })).toBe(250);
  });
});
