import { expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { inProcess } from '@/test/in-process-host';

inProcess('The versions that PutFile makes', (host) => {
  const autosave = { modified: true, autosave: true };
  /** number and text of each version that is kept */
  const versions = async (documentId: string) => {
    const rows = await db().version.findMany({ where: { documentId }, orderBy: { number: 'asc' } });
    return rows.map((row) => [row.number, row.origin]);
  };

  test('a save marked as modified makes a version; the unmodified exit save makes none and is answered 200', async () => {
    const { documentId, client } = await host.opened();
    await client.lock('A');
    await client.putFile('typed', 'A', { modified: true });
    const exit = await client.putFile('same, other bytes', 'A', { exit: true });
    expect([exit.status, exit.headers['x-wopi-itemversion']]).toEqual([200, '2']);
    expect((await client.checkFileInfo()).json()).toMatchObject(exit.json());
    expect((await host.row(documentId)).versions).toHaveLength(2);
    expect((await client.getFile()).body.toString()).toBe('typed');
  });

  test('an exit save marked as modified, an unmodified one of an empty file or under another lock are saves like any other', async () => {
    const { documentId, client } = await host.opened();
    await client.lock('A');
    expect((await client.putFile('typed', 'A', { modified: true, exit: true })).headers['x-wopi-itemversion']).toBe(
      '2',
    );
    expect((await client.putFile('x', 'B', { exit: true })).status).toBe(409);
    expect((await client.putFile('x', null, { exit: true })).status).toBe(409);
    expect((await host.row(documentId)).recoveryCopies).toHaveLength(2);
    const empty = await host.opened('', 'Empty.docx');
    await empty.client.lock('A');
    expect((await empty.client.putFile('template', 'A', { exit: true })).headers['x-wopi-itemversion']).toBe('2');
  });

  test('the unmodified exit save makes a version when a recovery copy of its lock waits', async () => {
    const { documentId, client } = await host.opened();
    await client.lock('A');
    await host.expireTokens(documentId, 1000);
    expect((await client.putFile('typed', 'A', { modified: true })).status).toBe(401);
    await host.expireTokens(documentId, -3_600_000);
    expect((await client.putFile('typed, and left', 'A', { exit: true })).status).toBe(200);
    expect((await client.getFile()).body.toString()).toBe('typed, and left');
  });

  test('every save without flags is a version', async () => {
    const { documentId, client } = await host.opened('x', 'Letter.docx', 'microsoft');
    await client.lock('A');
    await client.putFile('1', 'A');
    await client.putFile('2', 'A');
    expect(await versions(documentId)).toEqual([
      [1, 'upload'],
      [2, 'save'],
      [3, 'save'],
    ]);
  });

  test('autosaves of one session fold into one version while Version rises', async () => {
    const { documentId, client } = await host.opened();
    await client.lock('A');
    for (const text of ['a', 'b', 'c']) await client.putFile(text, 'A', autosave);
    expect(await versions(documentId)).toEqual([
      [1, 'upload'],
      [4, 'autosave'],
    ]);
    expect((await client.checkFileInfo()).json()).toMatchObject({ Version: '4' });
  });

  test('an autosave of another lock session is a version of its own, also under the same lock id', async () => {
    const { documentId, client } = await host.opened();
    for (const text of ['of the morning', 'of the noon']) {
      await client.lock('A');
      await client.putFile(text, 'A', autosave);
      await client.unlock('A');
    }
    expect(await versions(documentId)).toEqual([
      [1, 'upload'],
      [2, 'autosave'],
      [3, 'autosave'],
    ]);
  });

  test('an autosave folds until ten minutes after the first of the fold, however many came in between', async () => {
    const { documentId, client } = await host.opened();
    await client.lock('A');
    await client.putFile('a', 'A', autosave);
    /** Lets the fold have begun so much earlier. */
    const pass = async (minutes: number) => {
      const of = { documentId, origin: 'autosave' };
      const { foldStartedAt } = await db().version.findFirstOrThrow({ where: of });
      const earlier = new Date((foldStartedAt?.getTime() ?? 0) - minutes * 60_000);
      await db().version.updateMany({ where: of, data: { foldStartedAt: earlier } });
    };
    await pass(6);
    await client.putFile('b', 'A', autosave);
    expect((await versions(documentId)).length).toBe(2);
    await pass(6);
    await client.putFile('c', 'A', autosave);
    expect((await versions(documentId)).map(([number]) => number)).toEqual([1, 3, 4]);
  });

  test('a save by hand never folds into an autosave, nor an autosave into it', async () => {
    const { documentId, client } = await host.opened();
    await client.lock('A');
    await client.putFile('by itself', 'A', autosave);
    await client.putFile('by hand', 'A', { modified: true });
    await client.putFile('by itself', 'A', autosave);
    expect((await versions(documentId)).map(([, origin]) => origin)).toEqual([
      'upload',
      'autosave',
      'save',
      'autosave',
    ]);
  });
});
