import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { saveContent } from '@/lib/documents/save-content';
import { readJob } from '@/lib/jobs/read-job';
import { runJob } from '@/lib/jobs/run-job';
import { startJob } from '@/lib/jobs/start-job';
import { lockDocument } from '@/lib/locks/lock-document';
import { makeDocument, store } from '../../make-document';
import { makePerson } from '../../make-person';
import { fullFolder } from './job-steps';

beforeAll(() => prepareDatabase({ guard: false }));

test.each(['documents', 'one folder'])('while %s go to the trash, saves of others have their turns', async (what) => {
  const [anna, boris] = [await makePerson(), await makePerson()];
  const { folder, list } = await fullFolder(anna, { documents: 1500, folders: 0 });
  const his = await makeDocument(boris);
  await lockDocument(boris, { documentId: his, lockId: 'A' });
  const wish = what === 'documents' ? { list } : { items: [{ kind: 'folder' as const, id: folder.id }] };
  const jobId = await startJob(anna, { verb: 'trash', ...wish });
  // The bytes are there: from here on both want nothing but the database.
  const stored = await store('second words');
  const work = runJob(jobId);
  const saved = await saveContent(boris, {
    ...{ documentId: his, lockId: 'A', stored, isAutosave: false, editors: [], expectedModifiedAt: null, signed: null },
  });
  expect(saved.version).toBe(2);
  expect((await readJob(anna, jobId)).isFinished).toBe(false);
  await work;
  expect((await readJob(anna, jobId)).isFinished).toBe(true);
  expect(await db().document.count({ where: { folderId: folder.id, trashedAt: null } })).toBe(0);
});
