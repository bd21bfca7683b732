import { expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { issueOperatorToken } from '@/lib/tokens/issue-operator-token';
import { type InProcessHost, inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';

type Children = { ChildFiles: { Name: string; Url: string }[]; ChildContainers: { Name: string; Url: string }[] };

/** A person with a document, and the children of their root as the operator's token finds them. */
async function withChildren(host: InProcessHost, ceiling: 'edit' | 'view' = 'edit') {
  const person = await makePerson('Chris');
  const documentId = await host.document('first words', 'Child.docx', person);
  const { token } = await issueOperatorToken(person, { documentId, ceiling, hours: 1 });
  const client = await host.client(documentId, { accessToken: token });
  const { Url } = (await client.send('GET', '/ecosystem_pointer', [], null)).json<{ Url: string }>();
  const pointer = await host.at(Url).send('GET', '/root_container_pointer', [], null);
  const root = host.at(pointer.json<{ ContainerPointer: { Url: string } }>().ContainerPointer.Url);
  const list = async () => (await root.send('GET', '/children', [], null)).json<Children>();
  return { person, documentId, root, list };
}

const rows = (documentId: string) => db().accessToken.count({ where: { documentId } });

inProcess('Tokens of children', (host) => {
  test('EnumerateChildren writes no row, and its tokens open what they are for and nothing else', async () => {
    const { documentId, list, person } = await withChildren(host);
    const other = await host.document('other', 'Other.docx', person);
    const before = await db().accessToken.count();
    const { ChildFiles } = await list();
    expect(await db().accessToken.count()).toBe(before);
    const child = host.at(ChildFiles.find(({ Name }) => Name === 'Child.docx')?.Url ?? '');
    const { accessToken } = child.options;
    expect(accessToken).toMatch(/^[0-9A-Za-z]{43,128}$/);
    expect((await child.checkFileInfo()).json()).toMatchObject({ BaseFileName: 'Child.docx', UserCanWrite: true });
    expect((await child.getFile()).body.toString()).toBe('first words');
    expect((await (await host.client(other, { accessToken })).checkFileInfo()).status).toBe(401);
    const mark = accessToken.charAt(26);
    const widened = accessToken.slice(0, 26) + (mark === 'e' ? 'v' : 'e') + accessToken.slice(27);
    expect((await (await host.client(documentId, { accessToken: widened })).checkFileInfo()).status).toBe(401);
    expect((await child.checkFileInfo({ proof: null, proofOld: null })).status).toBe(500);
  });

  test('a lock and a save with it are kept: it gets one row of its own, however many ask at once', async () => {
    const { documentId, list } = await withChildren(host);
    const before = await rows(documentId);
    const child = host.at((await list()).ChildFiles[0]?.Url ?? '');
    const locks = await Promise.all(Array.from({ length: 8 }, () => child.lock('A')));
    expect(new Set(locks.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await child.putFile('second words', 'A', { modified: true })).status).toBe(200);
    expect((await child.putFile('third words', 'A', { modified: true })).status).toBe(200);
    expect(await rows(documentId)).toBe(before + 1);
    const [row] = await db().accessToken.findMany({ where: { documentId, parentId: { not: null } } });
    expect(row).toMatchObject({ client: 'operator', ceiling: 'edit', lockSession: expect.any(String) });
    expect((await child.getFile()).body.toString()).toBe('third words');
  });

  test('it is good only while its parent is, before and after it has a row of its own', async () => {
    const { person, list } = await withChildren(host);
    const child = host.at((await list()).ChildFiles[0]?.Url ?? '');
    const [parentId = ''] = [child.options.accessToken.slice(0, 26)];
    const parent = (data: { revokedAt: Date | null } | { expiresAt: Date }) =>
      db().accessToken.update({ where: { id: parentId }, data });
    for (const withRow of [false, true]) {
      if (withRow) expect((await child.lock('A')).status).toBe(200);
      await parent({ revokedAt: new Date() });
      expect((await child.checkFileInfo()).status).toBe(401);
      await parent({ revokedAt: null });
      expect((await child.checkFileInfo()).status).toBe(200);
    }
    await db().accessToken.delete({ where: { id: parentId } });
    expect((await child.checkFileInfo()).status).toBe(401);
    expect(await db().accessToken.count({ where: { parentId } })).toBe(0);
    expect(person.userId).toMatch(/./);
  });

  test('it expires exactly with its parent’s', async () => {
    const { list } = await withChildren(host);
    const child = host.at((await list()).ChildFiles[0]?.Url ?? '');
    await db().accessToken.update({
      where: { id: child.options.accessToken.slice(0, 26) },
      data: { expiresAt: new Date(Date.now() - 1000) },
    });
    expect((await child.checkFileInfo()).status).toBe(401);
  });

  test('what a view token lists can only be viewed, and what cannot be changed neither', async () => {
    const { list } = await withChildren(host, 'view');
    const child = host.at((await list()).ChildFiles[0]?.Url ?? '');
    expect((await child.checkFileInfo()).json()).toMatchObject({ UserCanWrite: false });
    expect((await child.lock('A')).status).toBe(404);
  });

  test('a child container’s token lists its own children, whose tokens end with the whole line', async () => {
    const { person, root, list } = await withChildren(host);
    const override: [string, string][] = [
      ['X-WOPI-Override', 'CREATE_CHILD_CONTAINER'],
      ['X-WOPI-SuggestedTarget', 'Inner'],
    ];
    expect((await root.send('POST', '', override, Buffer.alloc(0))).status).toBe(200);
    const { ChildContainers } = await list();
    const inner = host.at(ChildContainers.find(({ Name }) => Name === 'Inner')?.Url ?? '');
    const folder = await db().folder.findFirstOrThrow({ where: { ownerId: person.userId, name: 'Inner' } });
    const { id: rootId } = await ownRootFolder(person);
    expect(folder.parentId).toBe(rootId);
    await db().document.updateMany({ where: { ownerId: person.userId }, data: { folderId: folder.id } });
    const answer = await inner.send('GET', '/children', [], null);
    const [file] = answer.json<Children>().ChildFiles;
    const grandchild = host.at(file?.Url ?? '');
    expect((await grandchild.checkFileInfo()).status).toBe(200);
    expect((await inner.checkFileInfo()).status).toBe(200);
  });

  test('S50: requests with it that are refused leave one row a minute in the audit trail, as with any other', async () => {
    const { person, list } = await withChildren(host);
    const child = host.at((await list()).ChildFiles[0]?.Url ?? '');
    for (let n = 0; n < 50; n += 1) {
      expect((await child.checkFileInfo({ proof: null, proofOld: null })).status).toBe(500);
    }
    const rows = await db().auditEvent.findMany({ where: { action: 'token.refuse', actorId: person.userId } });
    const minutes = new Set(rows.map(({ at }) => Math.floor(at.getTime() / 60_000)));
    expect(rows).toHaveLength(minutes.size);
  });
});
