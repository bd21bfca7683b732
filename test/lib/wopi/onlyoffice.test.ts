import { expect, test } from 'vitest';
import { inProcess } from '@/test/in-process-host';

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

  test('D1: opening a zero-byte file: PutFile without a lock, then Lock, then GetFile brings the template', async () => {
    const documentId = await host.document('', 'Empty.docx');
    const session = host.session(documentId);
    const opened = await session.open(await host.token(documentId), 'edit');
    expect([opened.mode, opened.content.toString()]).toEqual(['edit', 'a blank template']);
    expect(await host.row(documentId)).toMatchObject({ version: 2, lockId: documentId });
    expect((await (await host.client(documentId)).putFile('again', null)).status).toBe(409);
  });
});
