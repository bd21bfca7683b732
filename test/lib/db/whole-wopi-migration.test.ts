import { expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { migrate } from '@/lib/db/migrate';
import { emptyDatabase } from '../../empty-database';
import { firstMigrations } from './next-migration';

/** One row of each table that 0002 rebuilds or that refers to one which it rebuilds. */
const rows = [
  `INSERT INTO "User" ("id","email","emailKey","name","role","createdAt") VALUES ('u1','a@b.org','a@b.org','Ada','member','2026-01-02T03:04:05.000Z')`,
  `INSERT INTO "Folder" ("id","name","ownerId","rootOfId","createdAt") VALUES ('f1','My documents','u1','u1','2026-01-02T03:04:05.000Z')`,
  `INSERT INTO "Document" ("id","folderId","ownerId","name","createdAt","createdById","version","storageKey","size","sha256","modifiedAt","modifiedById","lockId") VALUES ('d1','f1','u1','A.docx','2026-01-02T03:04:05.000Z','u1',3,'k',5,'h','2026-01-02T03:04:05.000Z','u1','held')`,
  `INSERT INTO "AccessToken" ("id","tokenHash","userId","documentId","ceiling","client","issuedAt","expiresAt") VALUES ('t1','hash','u1','d1','edit','document-server','2026-01-02T03:04:05.000Z','2026-01-02T13:04:05.000Z')`,
  `INSERT INTO "AcceptedSave" ("id","tokenId","signedTicks","acceptedAt") VALUES ('s1','t1',42,'2026-01-02T03:04:05.000Z')`,
];

test('documents, tokens and accepted saves of the first version are there after the move forward', async () => {
  await emptyDatabase();
  await migrate(firstMigrations(1));
  for (const row of rows) await db().$executeRawUnsafe(row);
  expect(await migrate()).toContain('0002_whole_wopi');

  const folder = await db().folder.findUniqueOrThrow({ where: { id: 'f1' } });
  expect(folder.changedAt).toEqual(folder.createdAt);
  const document = await db().document.findUniqueOrThrow({ where: { id: 'd1' } });
  expect(document).toMatchObject({ folderId: 'f1', lockId: 'held', version: 3, copyForbidden: false });
  const token = await db().accessToken.findUniqueOrThrow({ where: { id: 't1' }, include: { acceptedSaves: true } });
  expect(token).toMatchObject({ resource: 'file', documentId: 'd1', folderId: null, ceiling: 'edit' });
  expect(token.acceptedSaves.map((save) => save.id)).toEqual(['s1']);
});
