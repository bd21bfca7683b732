import { expect, test } from 'vitest';
import { makePerson } from '@/test/make-person';
import { throughBothDoors } from './host';

throughBothDoors('RenameFile', (host) => {
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
    const { client } = await host.opened();
    const blank: [string, string][] = [
      ['X-WOPI-RequestedName', 'blank lock'],
      ['X-WOPI-Lock', ''],
    ];
    expect((await client.override('RENAME_FILE', blank)).status).toBe(200);
    await client.lock('A');
    expect((await client.renameFile('with the lock', 'A')).status).toBe(200);
    for (const lockId of ['B', null]) {
      const refused = await client.renameFile('no', lockId);
      expect([refused.status, refused.headers['x-wopi-lock']]).toEqual([409, 'A']);
    }
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
});
