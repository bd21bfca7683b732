import { describe, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';
import { template } from '@/test/wopi-client/blank-files';
import { convertAndEdit } from '@/test/wopi-client/convert-and-edit';
import { textOfDocument } from '@/test/wopi-client/office-text';

type Copy = { Name: string; Url: string; HostViewUrl: string; HostEditUrl: string };
inProcess('PutRelativeFile', (host) => {
  test('the answer has Name, Url with a token of its own, HostViewUrl and HostEditUrl, all absolute', async () => {
    const { documentId, client } = await host.opened();
    const answer = await client.putRelativeFile('Kopie für Zoë.docx', 'copied');
    expect([answer.status, answer.headers['x-wopi-lock']]).toEqual([200, undefined]);
    const copy = answer.json<Copy>();
    const id = copy.HostEditUrl.split('/').at(-1) ?? '';
    expect(id).not.toBe(documentId);
    expect(copy).toEqual({
      Name: 'Kopie für Zoë.docx',
      Url: expect.stringMatching(new RegExp(`^${host.url}/wopi/files/${id}\\?access_token=[0-9A-Za-z]{43,}$`)),
      HostViewUrl: `${host.url}/view/${id}`,
      HostEditUrl: `${host.url}/edit/${id}`,
    });
    const fresh = await host.client(id, { accessToken: new URL(copy.Url).searchParams.get('access_token') ?? '' });
    expect((await fresh.getFile()).body.toString()).toBe('copied');
    expect((await client.getFile()).body.toString()).toBe('first words');
  });

  test('D2: Save Copy As while the source is locked, by this session or another, without X-WOPI-Lock answers 200', async () => {
    const { client } = await host.opened();
    await client.lock('mine');
    expect((await client.putRelativeFile('a.docx', 'x')).status).toBe(200);
    await client.unlockAndRelock('another', 'mine');
    expect((await client.putRelativeFile('b.docx', 'x')).status).toBe(200);
  });

  describe('the lock of the source', () => {
    test('locked, and another non-empty X-WOPI-Lock: 409 with the current lock', async () => {
      const { documentId, client } = await host.opened();
      await client.lock('current');
      const answer = await client.putRelativeFile('a.docx', 'x', [['X-WOPI-Lock', 'other']]);
      expect([answer.status, answer.headers['x-wopi-lock']]).toEqual([409, 'current']);
      expect(await db().document.count({ where: { copiedFromId: documentId } })).toBe(0);
    });

    test('locked, and the same X-WOPI-Lock: 200', async () => {
      const { client } = await host.opened();
      await client.lock('current');
      expect((await client.putRelativeFile('a.docx', 'x', [['X-WOPI-Lock', 'current']])).status).toBe(200);
    });

    test('locked, and a blank X-WOPI-Lock: no claim, 200', async () => {
      const { client } = await host.opened();
      await client.lock('current');
      expect((await client.putRelativeFile('a.docx', 'x', [['X-WOPI-Lock', ' ']])).status).toBe(200);
    });

    test('unlocked: copied whatever X-WOPI-Lock says; expired counts as unlocked', async () => {
      const { documentId, client } = await host.opened();
      expect((await client.putRelativeFile('a.docx', 'x', [['X-WOPI-Lock', 'any']])).status).toBe(200);
      await client.lock('current');
      await host.expireLock(documentId);
      expect((await client.putRelativeFile('b.docx', 'x', [['X-WOPI-Lock', 'any']])).status).toBe(200);
    });
  });

  test('both target headers answer 501, neither 400', async () => {
    const { client } = await host.opened();
    const both: [string, string][] = [
      ['X-WOPI-SuggestedTarget', 'a.docx'],
      ['X-WOPI-RelativeTarget', 'a.docx'],
    ];
    expect((await client.putRelative(both, 'x')).status).toBe(501);
    expect((await client.putRelative([], 'x')).status).toBe(400);
  });

  test('B15: the token in the Url of a copy expires exactly with the caller’s', async () => {
    const { documentId, client } = await host.opened();
    const expiresAt = new Date(Date.now() + 12_345_000);
    await db().accessToken.updateMany({ where: { documentId }, data: { expiresAt } });
    await client.putRelativeFile('Copy.docx', 'x');
    const copy = await db().document.findFirstOrThrow({
      where: { copiedFromId: documentId },
      include: { accessTokens: true },
    });
    expect(copy.accessTokens.map((token) => token.expiresAt)).toEqual([expiresAt]);
  });

  test('D3: CheckFileInfo, GetFile, PUT_RELATIVE with X-WOPI-FileConversion: a new .docx beside the untouched .doc, locked or not', async () => {
    const person = await makePerson();
    const documentId = await host.document('words of the nineties', 'Old.doc', person);
    const client = await host.client(documentId, { person });
    const before = await host.row(documentId);
    for (const name of ['Old.docx', 'Old (1).docx']) {
      const answer = await convertAndEdit(client, 'docx', template('x.docx'));
      expect([answer.status, answer.headers['x-wopi-lock']]).toEqual([200, undefined]);
      const copy = answer.json<Copy>();
      expect(copy.Name).toBe(name);
      const [, id = ''] = copy.HostEditUrl.split(`${host.url}/edit/`);
      const facts = { copiedFromId: documentId, folderId: before.folderId, version: 1, lockId: null };
      expect(await host.row(id)).toMatchObject({ isConversion: true, ...facts });
      const { body } = await host.at(copy.Url).getFile();
      expect(textOfDocument(name, body)).toBe('words of the nineties');
      // The second time around somebody has the original open.
      await client.lock('of a viewer that edits');
    }
    const { lockId, lockedAt, lockExpiresAt, lockedById, lockSession, ...after } = await host.row(documentId);
    expect(lockId).toBe('of a viewer that edits');
    expect(before).toMatchObject(after);
  });

  test('a person who may only view saves a copy into their own root', async () => {
    const person = await makePerson('Vera');
    const documentId = await host.document();
    await host.grant(documentId, person, 'viewer');
    const client = await host.client(documentId, { person, ceiling: 'view' });
    const { HostEditUrl } = (await client.putRelativeFile('Mine.docx', 'x')).json<Copy>();
    expect(await host.row(HostEditUrl.split('/').at(-1) ?? '')).toMatchObject({ ownerId: person.userId });
  });

  test('the token in the Url of a copy allows no more than the caller’s: one for viewing views', async () => {
    const documentId = await host.document();
    const viewing = await host.client(documentId, { ceiling: 'view' });
    const copy = host.at((await viewing.putRelativeFile('Copy.docx', 'x')).json<Copy>().Url);
    expect((await copy.checkFileInfo()).json()).toMatchObject({ UserCanWrite: false, OwnerId: host.anna.userId });
    expect((await copy.lock('A')).status).toBe(404);
  });

  test('a body of another length than X-WOPI-Size makes no copy', async () => {
    const { documentId, client } = await host.opened();
    const answer = await client.putRelativeFile('a.docx', 'four', [['X-WOPI-Size', '5']]);
    expect(answer.status).toBe(400);
    expect(await db().document.count({ where: { copiedFromId: documentId } })).toBe(0);
  });
});
