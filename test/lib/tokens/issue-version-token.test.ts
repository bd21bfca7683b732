import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { lockDocument } from '@/lib/locks/lock-document';
import { grantRole } from '@/lib/shares/grant-role';
import { findToken } from '@/lib/tokens/find-token';
import { issueVersionToken } from '@/lib/tokens/issue-token';
import { isFor } from '@/lib/tokens/token-resource';
import type { Actor } from '@/lib/users/actor';
import { listVersions } from '@/lib/versions/list-versions';
import { readVersion } from '@/lib/versions/read-version';
import { makeDocument } from '../../make-document';
import { makePerson } from '../../make-person';
import { saveText, twoVersions } from '../versions/two-versions';

let anna: Actor;
beforeAll(async () => {
  await prepareDatabase({ guard: false });
  anna = await makePerson('Anna');
});

test('a token of an earlier version only views, and is for that version only', async () => {
  const documentId = await twoVersions(anna);
  const issued = await issueVersionToken(anna, { documentId, number: 1, client: 'document-server' });
  const found = await findToken(issued.token, null);
  expect(found).toMatchObject({
    resource: { kind: 'version', documentId, versionId: issued.version.id },
    actor: { userId: anna.userId, ceiling: 'view' },
    state: 'valid',
  });
  const opens = (fileId: string) => found !== null && isFor(found.resource, { kind: 'file', fileId });
  const newest = await db().version.findFirstOrThrow({ where: { documentId, number: 2 } });
  expect([opens(issued.version.id), opens(documentId), opens(newest.id)]).toEqual([true, false, false]);
});

test('the current version and one that is not kept have no such token; neither has a stranger', async () => {
  const documentId = await twoVersions(anna);
  await expect(issueVersionToken(anna, { documentId, number: 2, client: 'document-server' })).rejects.toMatchObject({
    code: 'invalid-request',
  });
  await expect(issueVersionToken(anna, { documentId, number: 3, client: 'document-server' })).rejects.toMatchObject({
    code: 'not-found',
  });
  const ben = await makePerson('Ben');
  await expect(issueVersionToken(ben, { documentId, number: 1, client: 'document-server' })).rejects.toMatchObject({
    code: 'not-found',
  });
  await grantRole(anna, { documentId, userEmail: ben.email, role: 'viewer' });
  expect((await issueVersionToken(ben, { documentId, number: 1, client: 'document-server' })).version.number).toBe(1);
});

test('the id that a version is shown under names the same bytes for ever: only the current one is folded into', async () => {
  const documentId = await makeDocument(anna, 'first words');
  await lockDocument(anna, { documentId, lockId: 'A' });
  const ids = new Map<string, string>();
  for (let n = 0; n < 6; n += 1) {
    // Every third save is one by hand: it ends the fold.
    await saveText(anna, documentId, `words ${n}`, { isAutosave: n % 3 !== 2 });
    const versions = await listVersions(anna, { documentId });
    for (const { number } of versions.slice(1)) {
      const { version } = await issueVersionToken(anna, { documentId, number, client: 'document-server' });
      const { body } = await readVersion(anna, { documentId, id: version.id });
      const text = await new Response(body).text();
      expect(ids.get(version.id) ?? text).toBe(text);
      ids.set(version.id, text);
    }
    const [current] = versions;
    await expect(
      issueVersionToken(anna, { documentId, number: current?.number ?? 0, client: 'document-server' }),
    ).rejects.toMatchObject({
      code: 'invalid-request',
    });
  }
  expect(ids.size).toBe(4);
});

test('tokens of a version go with it', async () => {
  const documentId = await twoVersions(anna);
  const { token, version } = await issueVersionToken(anna, { documentId, number: 1, client: 'document-server' });
  await db().version.delete({ where: { id: version.id } });
  expect(await findToken(token, null)).toBeNull();
});
