import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { trashDocument } from '@/lib/documents/trash-document';
import { readJob } from '@/lib/jobs/read-job';
import { runJob } from '@/lib/jobs/run-job';
import { startJob } from '@/lib/jobs/start-job';
import { undoJob } from '@/lib/jobs/undo-job';
import { makePerson } from '../../make-person';
import { carryOut, contentsOf, fullFolder } from './job-steps';

beforeAll(() => prepareDatabase({ guard: false }));

const isTrashed = async (id: string) => (await db().document.findUniqueOrThrow({ where: { id } })).trashedAt !== null;

describe('undo', () => {
  test('takes back only what the job did, once, and for the person only', async () => {
    const [anna, eve] = [await makePerson(), await makePerson()];
    const { folder, documentIds } = await fullFolder(anna, { documents: 3, folders: 0 });
    const [before] = documentIds;
    await trashDocument(anna, { documentId: before ?? '', by: 'page' });
    const items = documentIds.map((id) => ({ kind: 'document' as const, id }));
    const jobId = await startJob(anna, { verb: 'trash', items });
    await expect(undoJob(anna, jobId)).rejects.toMatchObject({ code: 'not-found' });
    await runJob(jobId);
    await expect(undoJob(eve, jobId)).rejects.toMatchObject({ code: 'not-found' });
    await expect(readJob(eve, jobId)).rejects.toMatchObject({ code: 'not-found' });
    await runJob(await undoJob(anna, jobId));
    expect(await contentsOf(folder.id)).toEqual({ documents: 2, folders: 0 });
    expect(await isTrashed(before ?? '')).toBe(true);
    await expect(undoJob(anna, jobId)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('there is none for what was deleted for ever', async () => {
    const anna = await makePerson();
    const { documentIds } = await fullFolder(anna, { documents: 1, folders: 0 });
    await trashDocument(anna, { documentId: documentIds[0] ?? '', by: 'page' });
    const { id } = await carryOut(anna, { verb: 'delete', items: [{ kind: 'document', id: documentIds[0] ?? '' }] });
    await expect(undoJob(anna, id)).rejects.toMatchObject({ code: 'not-found' });
  });
});
