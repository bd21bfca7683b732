import { expect, test } from 'vitest';
import { inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';

inProcess('RenameFile', (host) => {
  test('D11: My+ACA-report (ONLYOFFICE) and My report (Microsoft) give the same name; a slash is repaired', async () => {
    for (const requested of ['My+ACA-report', 'My report']) {
      const person = await makePerson();
      const client = await host.client(await host.document('x', 'Letter.docx', person), { person });
      const answer = await client.override('RENAME_FILE', [['X-WOPI-RequestedName', requested]]);
      expect(answer.json()).toEqual({ Name: 'My report' });
      expect((await client.checkFileInfo()).json()).toMatchObject({ BaseFileName: 'My report.docx', Version: '1' });
      expect((await client.override('RENAME_FILE', [['X-WOPI-RequestedName', 'a/b']])).json()).toEqual({ Name: 'a_b' });
    }
  });

  test('RenameFile with the lock or, unlocked, with none or a blank one answers 200; with another one or none while locked 409', async () => {
    const { documentId, client } = await host.opened();
    const blank: [string, string][] = [
      ['X-WOPI-RequestedName', 'blank lock'],
      ['X-WOPI-Lock', ''],
    ];
    expect((await client.override('RENAME_FILE', blank)).status).toBe(200);
    expect((await client.renameFile('no lock', null)).status).toBe(200);
    await client.lock('A');
    expect((await client.renameFile('with the lock', 'A')).status).toBe(200);
    for (const lockId of ['B', null]) {
      for (const name of ['no', 'with the lock']) {
        const refused = await client.renameFile(name, lockId);
        expect([refused.status, refused.headers['x-wopi-lock']]).toEqual([409, 'A']);
      }
    }
    expect((await host.row(documentId)).name).toBe('with the lock.docx');
    await host.expireLock(documentId);
    expect((await client.renameFile('after its end', null)).status).toBe(200);
  });

  test('a name that is taken gets a number; a missing one is 400 with X-WOPI-InvalidFileNameError', async () => {
    const person = await makePerson();
    await host.document('x', 'Taken.docx', person);
    const client = await host.client(await host.document('x', 'Letter.docx', person), { person });
    expect((await client.renameFile('Taken', null)).json()).toEqual({ Name: 'Taken (1)' });
    const missing = await client.override('RENAME_FILE', []);
    expect(missing.status).toBe(400);
    expect(missing.headers['x-wopi-invalidfilenameerror']).toBeTruthy();
  });

  test('D10: RenameFile with the whole document as body answers 200 and leaves the content alone', async () => {
    const documentId = await host.document();
    const client = await host.client(documentId, { dialect: 'collabora' });
    await client.lock('cool-lock1a2b3c4d');
    const answer = await client.renameFile('Renamed', 'cool-lock1a2b3c4d', {}, Buffer.alloc(6 * 1024 * 1024, 1));
    expect([answer.status, answer.json()]).toEqual([200, { Name: 'Renamed' }]);
    expect((await client.getFile()).body.toString()).toBe('first words');
  });

  test('a person who may only comment or propose changes cannot rename, locked or not: 404', async () => {
    const documentId = await host.document();
    for (const role of ['viewer', 'commenter', 'reviewer'] as const) {
      const person = await makePerson(role);
      await host.grant(documentId, person, role);
      const ceiling = role === 'viewer' ? 'view' : 'edit';
      const client = await host.client(documentId, { person, ceiling });
      expect([role, (await client.renameFile('Mine now', null)).status]).toEqual([role, 404]);
      await client.lock('A');
      expect([role, (await client.renameFile('Mine now', 'A')).status]).toEqual([role, 404]);
      await client.unlock('A');
    }
    expect((await host.row(documentId)).name).not.toContain('Mine');
  });

  test('an editor may rename, and neither content, Version nor LastModifiedTime change', async () => {
    const ben = await makePerson('Ben');
    const documentId = await host.document();
    await host.grant(documentId, ben, 'editor');
    const { version, modifiedAt, storageKey } = await host.row(documentId);
    const client = await host.client(documentId, { person: ben });
    expect((await client.renameFile('By Ben', null)).json()).toEqual({ Name: 'By Ben' });
    expect(await host.row(documentId)).toMatchObject({ name: 'By Ben.docx', version, modifiedAt, storageKey });
  });
});
