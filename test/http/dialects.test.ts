import { describe, expect, test } from 'vitest';
import { makePerson } from '@/test/make-person';
import { CollaboraSession } from '@/test/wopi-client/collabora-session';
import { MicrosoftSession } from '@/test/wopi-client/microsoft-session';
import { throughBothDoors } from './host';

throughBothDoors('A whole session', (host) => {
  const opened = (url: string): [string, string] => {
    const [wopiSrc = '', token = ''] = url.split('?access_token=');
    return [wopiSrc, token];
  };

  test('ONLYOFFICE: opens, edits, saves, copies, opens the copy, renames, closes', async () => {
    const documentId = await host.document('first words', 'My report.docx');
    const token = await host.token(documentId);
    const session = host.session(documentId);
    expect((await session.open(token, 'edit')).mode).toBe('edit');
    session.type(token, Buffer.from('second words'));
    expect((await session.forceSave()).status).toBe(200);
    const copy = (await session.saveCopyAs(token, 'My report.docx')).json<{ Name: string; Url: string }>();
    expect(copy.Name).toBe('My report (1).docx');
    const [copySrc, copyToken] = opened(copy.Url);
    const ofCopy = host.session(copySrc.split('/').at(-1) ?? '');
    expect((await ofCopy.open(copyToken, 'edit')).content.toString()).toBe('second words');
    await ofCopy.close(copyToken);
    expect((await session.rename(token, 'Our report')).json()).toEqual({ Name: 'Our report' });
    session.type(token, Buffer.from('third words'));
    const { save, unlock } = await session.close(token);
    expect([save?.status, unlock?.status]).toEqual([200, 200]);
    const row = await host.row(documentId);
    expect(row).toMatchObject({ name: 'Our report.docx', lockId: null, version: 3, recoveryCopies: [] });
  });

  describe('Collabora', () => {
    const collabora = (url: string) => new CollaboraSession(...opened(url), host.documentServer.signer);
    const sessionOf = async (documentId: string, person = host.anna) =>
      collabora(`${host.wopiSrc(documentId)}?access_token=${await host.token(documentId, person)}`);

    test('opens, edits, saves, copies, opens the copy, renames, closes', async () => {
      const documentId = await host.document('first words', 'Отчёт.odt');
      const session = await sessionOf(documentId);
      expect(await session.open()).toBe('edit');
      expect(await session.save('second words', { autosave: true })).toBe('saved');
      expect(await session.keepAlive()).toBe(true);
      expect(await session.save('third words')).toBe('saved');
      const copy = await session.saveAs('Отчёт за 2024 😀.odt');
      expect(copy.Name).toBe('Отчёт за 2024 😀.odt');
      const ofCopy = collabora(copy.Url);
      expect([await ofCopy.open(), ofCopy.content.toString()]).toEqual(['edit', 'third words']);
      await ofCopy.close();
      expect(await session.rename('Ünï')).toBe('Ünï');
      expect(await session.save('last words', { exit: true })).toBe('saved');
      await session.close();
      const row = await host.row(documentId);
      expect(row).toMatchObject({ name: 'Ünï.odt', lockId: null, recoveryCopies: [] });
      const client = await host.client(documentId);
      expect((await client.getFile()).body.toString()).toBe('last words');
    });

    test('a second session views while the first edits, and edits when it has closed', async () => {
      const documentId = await host.document('words', 'Two.odt');
      const [first, second] = [await sessionOf(documentId), await sessionOf(documentId)];
      expect([await first.open(), await second.open()]).toEqual(['edit', 'view']);
      await first.close();
      expect(await second.open()).toBe('edit');
      await second.close();
    });

    test('what changed in the storage is asked about, and overwritten only when the person says so', async () => {
      const documentId = await host.document('words', 'Conflict.odt');
      const session = await sessionOf(documentId);
      await session.open();
      const other = await host.client(documentId);
      expect((await other.putFile('of another', session.lockId, { modified: true })).status).toBe(200);
      expect(await session.save('mine')).toBe('changed-in-storage');
      expect((await other.getFile()).body.toString()).toBe('of another');
      expect(await session.save('mine', { force: true })).toBe('saved');
      expect((await other.getFile()).body.toString()).toBe('mine');
    });

    test('CheckFileInfo tells it what only it reads, and the picture of the person needs no cookie', async () => {
      const viewer = await makePerson('Zoë Ölmann');
      const documentId = await host.document();
      await host.grant(documentId, viewer, 'viewer');
      const client = await host.client(documentId, { person: viewer, ceiling: 'view', dialect: 'collabora' });
      const info = (await client.checkFileInfo()).json<{ UserExtraInfo: { avatar: string; mail: string } }>();
      expect(info).toMatchObject({ HideSaveOption: true, EnableShare: true, UserCanNotWriteRelative: false });
      expect(info.UserExtraInfo.mail).toBe(viewer.email);
      const picture = await fetch(info.UserExtraInfo.avatar);
      expect(picture.headers.get('content-type')).toBe('image/svg+xml');
      expect(await picture.text()).toContain('>ZÖ</text>');
      expect((await fetch(`${host.url}/api/avatar/${encodeURIComponent('1-<a>.svg')}`)).status).toBe(200);
      for (const odd of ['9-AB.svg', '1-ABCDE.svg', '1-.svg', 'x']) {
        expect((await fetch(`${host.url}/api/avatar/${odd}`)).status).toBe(404);
      }
      const strange = await fetch(`${host.url}/api/avatar/${encodeURIComponent('1-<"&.svg')}`);
      expect(await strange.text()).toContain('></text>');
    });
  });

  describe('Microsoft', () => {
    const microsoft = (url: string) => new MicrosoftSession(...opened(url), host.documentServer.signer);
    const sessionOf = async (documentId: string, person = host.anna) =>
      microsoft(`${host.wopiSrc(documentId)}?access_token=${await host.token(documentId, person)}`);

    test('opens, edits, saves, copies, opens the copy, renames, closes', async () => {
      const documentId = await host.document('first words', 'Plan.docx');
      const session = await sessionOf(documentId);
      expect(await session.open()).toBe('edit');
      expect(session.info.LicenseCheckForEditIsEnabled).toBe(false);
      expect(await session.save('second words')).toBe('2');
      expect(await session.keepAlive()).toBe(true);
      expect(await session.currentLock()).toBe(session.lockId);
      await session.remember('likes dark pages');
      const copy = await session.saveAs('Plan.docx');
      expect(copy.Name).toBe('Plan (1).docx');
      const ofCopy = microsoft(copy.Url);
      expect([await ofCopy.open(), ofCopy.content.toString()]).toEqual(['edit', 'second words']);
      expect(ofCopy.info.UserInfo).toBe('likes dark pages');
      await ofCopy.close();
      expect((await session.saveAs('Plan (1).docx', true)).Url.split('?')[0]).toBe(copy.Url.split('?')[0]);
      expect(await session.rename('Our + plan_1')).toBe('Our + plan_1');
      await session.close();
      expect(await host.row(documentId)).toMatchObject({ name: 'Our + plan_1.docx', lockId: null, version: 2 });
    });

    test('an empty file is written without a lock first', async () => {
      const documentId = await host.document('', 'Empty.docx');
      const session = await sessionOf(documentId);
      expect([await session.open('template'), session.content.toString()]).toEqual(['edit', 'template']);
      await session.close();
    });

    test('a second session learns the lock from the 409, takes it over, and the first saves no more', async () => {
      const documentId = await host.document('words', 'Two.docx');
      const [first, second] = [await sessionOf(documentId), await sessionOf(documentId)];
      expect([await first.open(), await second.open()]).toEqual(['edit', 'edit']);
      expect(second.lockId).not.toBe(first.lockId);
      expect(await second.currentLock()).toBe(second.lockId);
      await expect(first.save('too late')).rejects.toThrow('409');
      expect(await second.save('in time')).toBe('2');
    });

    test.each([
      ...['READ_SECURE_STORE', 'GET_RESTRICTED_LINK', 'REVOKE_RESTRICTED_LINK', 'COBALT', 'GET_COAUTH_LOCK'],
      ...['REFRESH_COAUTH_LOCK', 'UNLOCK_COAUTH_LOCK', 'GET_COAUTH_TABLE', 'GET_CHUNKED_FILE', 'PUT_CHUNKED_FILE'],
      ...['GET_SEQUENCE_NUMBER', 'NEVER_HEARD_OF', 'lock', 'PUT'],
    ])('%s on a file is defined elsewhere or nowhere, and answers 501', async (override) => {
      const { client } = await host.opened();
      expect((await client.override(override, [['X-WOPI-ApplicationId', 'x']])).status).toBe(501);
    });

    test('the bootstrapper and OneNote’s folders are not here: 404', async () => {
      for (const path of [
        '/wopibootstrapper',
        '/wopi/folders/abc',
        '/wopi/folders/abc/children',
        '/wopi',
        '/wopi/x/y',
      ]) {
        expect([path, (await fetch(`${host.url}${path}`)).status]).toEqual([path, 404]);
      }
    });
  });
});
