import { expect, test } from 'vitest';
import { inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';

inProcess('PutFile', (host) => {
  test('PutFile on an unlocked file that is not empty answers 409 with an empty X-WOPI-Lock', async () => {
    const { client } = await host.opened();
    for (const lockId of [null, 'A']) {
      const answer = await client.putFile('x', lockId);
      expect([answer.status, answer.headers['x-wopi-lock']]).toEqual([409, '']);
    }
    expect((await client.getFile()).body.toString()).toBe('first words');
  });

  test('PutFile without the lock or with another answers 409 with the lock, and changes nothing', async () => {
    const { documentId, client } = await host.opened();
    await client.lock('A');
    for (const lockId of [null, 'B']) {
      const answer = await client.putFile('x', lockId);
      expect([answer.status, answer.headers['x-wopi-lock']]).toEqual([409, 'A']);
    }
    expect(await host.row(documentId)).toMatchObject({ version: 1, lockId: 'A', size: 11n });
  });

  test('PutFile on an empty file needs no lock while nobody has it locked; then it does', async () => {
    const { documentId, client } = await host.opened('', 'Empty.docx');
    await client.lock('A');
    const locked = await client.putFile('template', null);
    expect([locked.status, locked.headers['x-wopi-lock']]).toEqual([409, 'A']);
    await client.unlock('A');
    expect((await client.putFile('template', null)).status).toBe(200);
    expect((await client.putFile('again', null)).status).toBe(409);
    expect(await host.row(documentId)).toMatchObject({ version: 2, size: 8n });
  });

  test('a save into an empty file ends a lock that has expired: its holder’s late save is refused and kept', async () => {
    const { documentId, client } = await host.opened('', 'Empty.docx');
    await client.lock('A');
    await host.expireLock(documentId);
    expect((await client.putFile('template', null)).status).toBe(200);
    expect((await client.putFile('late', 'A', { modified: true })).status).toBe(409);
    expect(await host.row(documentId)).toMatchObject({ version: 2, size: 8n, recoveryCopies: [{ lockId: 'A' }] });
  });

  test('F29: a view token writes nothing into an empty file', async () => {
    const documentId = await host.document('', 'Empty.docx');
    const viewing = await host.client(documentId, { ceiling: 'view' });
    expect((await viewing.putFile('template', null)).status).toBe(404);
    expect(await host.row(documentId)).toMatchObject({ version: 1, size: 0n, recoveryCopies: [] });
  });

  test('D6: PutFile with a stale X-LOOL-WOPI-Timestamp and the right lock answers 200', async () => {
    const { client } = await host.opened();
    await client.lock('A');
    const stale = { modified: true, timestamp: '2001-01-01T00:00:00.000Z' };
    expect((await client.putFile('x', 'A', stale)).status).toBe(200);
  });

  test('D8: a stale X-COOL-WOPI-Timestamp answers 409 with COOLStatusCode 1010 and changes nothing; equal or absent 200', async () => {
    const { documentId, client } = await host.opened('first words', 'Letter.odt', 'collabora');
    await client.lock('cool-lock1a2b3c4d');
    const stale = await client.putFile('x', 'cool-lock1a2b3c4d', {
      modified: true,
      timestamp: '2001-01-01T00:00:00.000Z',
    });
    expect([stale.status, stale.json(), stale.headers['x-wopi-lock']]).toEqual([
      409,
      expect.objectContaining({ COOLStatusCode: 1010 }),
      'cool-lock1a2b3c4d',
    ]);
    expect((await client.getFile()).body.toString()).toBe('first words');
    expect((await host.row(documentId)).recoveryCopies).toMatchObject([{ reason: 'document-changed', size: 1n }]);
    const { LastModifiedTime } = (await client.checkFileInfo()).json<{ LastModifiedTime: string }>();
    const equal = { modified: true, timestamp: LastModifiedTime };
    expect((await client.putFile('equal', 'cool-lock1a2b3c4d', equal)).status).toBe(200);
    expect((await client.putFile('absent', 'cool-lock1a2b3c4d', { modified: true })).status).toBe(200);
    expect((await host.row(documentId)).version).toBe(3);
  });

  test('D7: LastModifiedTime in the answer of PutFile is that of the next CheckFileInfo, byte for byte', async () => {
    const { client } = await host.opened();
    await client.lock('A');
    const { LastModifiedTime } = (await client.putFile('x', 'A', { modified: true })).json();
    expect((await client.checkFileInfo()).json()).toMatchObject({ LastModifiedTime });
  });

  test('X-WOPI-Editors is kept with the version', async () => {
    const { documentId, client } = await host.opened();
    await client.lock('A');
    await client.putFile('x', 'A', { modified: true, editors: `${host.anna.userId}` });
    const version = (await host.row(documentId)).versions.find((each) => each.number === 2);
    expect(version?.editors).toBe(JSON.stringify([host.anna.userId]));
  });

  test('a commenter and a reviewer may lock and save although UserCanWrite is false; a viewer gets 404 for Lock, never 500', async () => {
    const documentId = await host.document();
    for (const role of ['commenter', 'reviewer'] as const) {
      const person = await makePerson(role);
      await host.grant(documentId, person, role);
      const client = await host.client(documentId, { person });
      expect((await client.lock(documentId)).status).toBe(200);
      expect((await client.putFile('commented', documentId, { modified: true })).status).toBe(200);
      expect((await host.row(documentId)).modifiedById).toBe(person.userId);
    }
    const viewer = await makePerson('Vera');
    await host.grant(documentId, viewer, 'viewer');
    const client = await host.client(documentId, { person: viewer, ceiling: 'view' });
    const lock = await client.lock('A');
    expect([lock.status, lock.headers['x-wopi-lock']]).toEqual([404, undefined]);
  });

  test('16 parallel PutFiles under one lock: all 200, and each is a version of its own', async () => {
    const { documentId, client } = await host.opened();
    await client.lock('A');
    // Two requests of one signed time are one and its replay.
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, n) => client.putFile(`words ${n}`, 'A', {}, { shiftMs: -1000 * n })),
    );
    expect(answers.map((answer) => answer.status)).toEqual(Array(16).fill(200));
    const told = answers.map((answer) => Number(answer.headers['x-wopi-itemversion'])).sort((a, b) => a - b);
    expect(told).toEqual(Array.from({ length: 16 }, (_, n) => n + 2));
    expect((await host.row(documentId)).versions).toHaveLength(17);
  });
});
