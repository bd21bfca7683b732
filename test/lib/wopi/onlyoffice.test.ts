import { expect, test } from 'vitest';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';

inProcess('A session of ONLYOFFICE', (host) => {
  test('opens, edits, saves, copies, opens the copy, renames, closes', async () => {
    const documentId = await host.document('first words', 'My report.docx');
    const token = await host.token(documentId);
    const session = host.session(documentId);
    expect((await session.open(token, 'edit')).mode).toBe('edit');
    session.type(token, Buffer.from('second words'));
    expect((await session.forceSave()).status).toBe(200);
    const copy = (await session.saveCopyAs(token, 'My report.docx')).json<{ Name: string; Url: string }>();
    expect(copy.Name).toBe('My report (1).docx');
    const { wopiSrc, accessToken } = host.at(copy.Url).options;
    const ofCopy = host.session(wopiSrc.split('/').at(-1) ?? '');
    expect((await ofCopy.open(accessToken, 'edit')).content.toString()).toBe('second words');
    await ofCopy.close(accessToken);
    expect((await session.rename(token, 'Our report')).json()).toEqual({ Name: 'Our report' });
    session.type(token, Buffer.from('third words'));
    const { save, unlock } = await session.close(token);
    expect([save?.status, unlock?.status]).toEqual([200, 200]);
    const row = await host.row(documentId);
    expect(row).toMatchObject({ name: 'Our report.docx', lockId: null, version: 3, recoveryCopies: [] });
  });

  test('what an exit save could not bring here comes with the next session, without a GetFile, and makes a version', async () => {
    const documentId = await host.document('first words', 'Refused.docx');
    const token = await host.token(documentId);
    const session = host.session(documentId);
    await session.open(token, 'edit');
    session.type(token, Buffer.from('words that were refused'));
    // Taken away while it is open: both saves of the session are refused and kept.
    const other = await host.client(documentId);
    expect((await other.unlockAndRelock('of another client', session.key)).status).toBe(200);
    expect((await session.forceSave()).status).toBe(409);
    expect((await session.close(token)).save?.status).toBe(409);
    expect(await host.row(documentId)).toMatchObject({
      version: 1,
      recoveryCopies: [{ reason: 'lock-conflict' }, { reason: 'lock-conflict' }],
    });
    await other.unlock('of another client');

    const boris = await makePerson('Boris');
    await host.grant(documentId, boris, 'editor');
    const next = await host.token(documentId, boris);
    expect(await session.open(next, 'edit')).toMatchObject({ isBackup: true, mode: 'edit' });
    expect((await session.close(next)).save?.status).toBe(200);
    expect(await host.row(documentId)).toMatchObject({ version: 2, size: BigInt('words that were refused'.length) });
  });

  test('Save Copy As is offered in view mode too: what is seen lands where the person may write', async () => {
    const documentId = await host.document('first words', 'Read.docx');
    const vera = await makePerson('Vera');
    await host.grant(documentId, vera, 'viewer');
    const token = await host.token(documentId, vera, 'view');
    const session = host.session(documentId);
    expect((await session.open(token, 'view')).info).toMatchObject({
      SupportsUpdate: true,
      UserCanNotWriteRelative: false,
    });
    const copy = (await session.saveCopyAs(token, 'Mine.docx')).json<{ Url: string }>();
    const { wopiSrc } = host.at(copy.Url).options;
    const row = await host.row(wopiSrc.split('/').at(-1) ?? '');
    expect(row).toMatchObject({ name: 'Mine.docx', ownerId: vera.userId, folderId: (await ownRootFolder(vera)).id });
  });

  test('D1: opening a zero-byte file: PutFile without a lock, then Lock, then GetFile brings the template', async () => {
    const documentId = await host.document('', 'Empty.docx');
    const session = host.session(documentId);
    const opened = await session.open(await host.token(documentId), 'edit');
    expect([opened.mode, opened.content.toString()]).toEqual(['edit', 'a blank template']);
    expect(await host.row(documentId)).toMatchObject({ version: 2, lockId: documentId });
    expect((await (await host.client(documentId)).putFile('again', null)).status).toBe(409);
  });
});
