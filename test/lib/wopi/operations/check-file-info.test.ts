import { expect, test } from 'vitest';
import { inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';

inProcess('CheckFileInfo', (host) => {
  test('C8: CheckFileInfo has no null, Size is a number and LastModifiedTime the same each time', async () => {
    const { client } = await host.opened();
    const [first, second] = [await client.checkFileInfo(), await client.checkFileInfo()];
    expect(first.body.toString()).toBe(second.body.toString());
    expect(first.body.toString()).not.toContain('null');
    const info = first.json();
    expect(typeof info.Size).toBe('number');
    for (const forbidden of [
      'SupportsCoauth',
      'SequenceNumber',
      'AccessTokenExpiry',
      'ServerTime',
      'SharingStatus',
      'FileUrl',
    ]) {
      expect(info).not.toHaveProperty(forbidden);
    }
    for (const [name, value] of Object.entries(info)) {
      if (/Url$|Origin$/.test(name)) expect(() => new URL(String(value))).not.toThrow();
      expect(JSON.stringify(value)).not.toContain('access_token');
    }
  });

  test('B16: Version and X-WOPI-ItemVersion agree on GetFile, Lock, PutFile and Unlock; Lock and Unlock do not change it', async () => {
    const { client } = await host.opened();
    const version = async () => (await client.checkFileInfo()).json<{ Version: string }>().Version;
    expect((await client.getFile()).headers['x-wopi-itemversion']).toBe(await version());
    expect((await client.lock('A')).headers['x-wopi-itemversion']).toBe('1');
    const saved = await client.putFile('second', 'A', { modified: true });
    expect(saved.headers['x-wopi-itemversion']).toBe('2');
    expect(await version()).toBe('2');
    expect((await client.getLock()).headers['x-wopi-itemversion']).toBe('2');
    expect((await client.refreshLock('A')).headers['x-wopi-itemversion']).toBe('2');
    expect((await client.unlock('A')).headers['x-wopi-itemversion']).toBe('2');
    expect(await version()).toBe('2');
  });

  test.each([
    ['viewer', { UserCanWrite: false, UserCanOnlyComment: false, UserCanReview: false, ReadOnly: true }],
    ['commenter', { UserCanWrite: false, UserCanOnlyComment: true, UserCanReview: false, ReadOnly: false }],
    ['reviewer', { UserCanWrite: false, UserCanOnlyComment: false, UserCanReview: true, ReadOnly: false }],
    ['editor', { UserCanWrite: true, UserCanOnlyComment: false, UserCanReview: true, ReadOnly: false }],
  ] as const)('what a %s may do is said', async (role, said) => {
    const person = await makePerson(role);
    const documentId = await host.document();
    await host.grant(documentId, person, role);
    const client = await host.client(documentId, { person, ceiling: role === 'viewer' ? 'view' : 'edit' });
    expect((await client.checkFileInfo()).json()).toMatchObject({
      ...said,
      UserId: person.userId,
      UserFriendlyName: role,
      OwnerId: host.anna.userId,
      UserCanRename: role === 'editor',
      UserCanNotWriteRelative: false,
      SupportsUserInfo: !said.ReadOnly,
      HideSaveOption: said.ReadOnly,
    });
  });

  test('a view token of who may edit says read-only, and still names the page that edits', async () => {
    const documentId = await host.document();
    const viewing = await host.client(documentId, { ceiling: 'view' });
    expect((await viewing.checkFileInfo()).json()).toMatchObject({
      ...{ ReadOnly: true, UserCanWrite: false, UserCanRename: false },
      HostEditUrl: `${host.url}/edit/${documentId}`,
      SupportedShareUrlTypes: ['ReadOnly', 'ReadWrite'],
    });
    const vera = await makePerson('Vera');
    await host.grant(documentId, vera, 'viewer');
    const info = (await (await host.client(documentId, { person: vera, ceiling: 'view' })).checkFileInfo()).json();
    expect(info).not.toHaveProperty('HostEditUrl');
    expect(info.HostViewUrl).toBe(`${host.url}/view/${documentId}`);
  });

  test('of a .doc it says what the right says, and HostEditUrl is the page that converts', async () => {
    const { documentId, client } = await host.opened('binary', 'Old.doc');
    expect((await client.checkFileInfo()).json()).toMatchObject({
      ...{ UserCanWrite: true, UserCanNotWriteRelative: false, FileExtension: '.doc' },
      HostEditUrl: `${host.url}/edit/${documentId}`,
    });
  });

  test('it tells Collabora what only it reads, and the picture of the person needs no cookie', async () => {
    const viewer = await makePerson('Zoë Ölmann');
    const documentId = await host.document();
    await host.grant(documentId, viewer, 'viewer');
    const client = await host.client(documentId, { person: viewer, ceiling: 'view', dialect: 'collabora' });
    const info = (await client.checkFileInfo()).json<{ UserExtraInfo: { avatar: string; mail: string } }>();
    expect(info).toMatchObject({ HideSaveOption: true, EnableShare: true, UserCanNotWriteRelative: false });
    expect(info.UserExtraInfo.mail).toBe(viewer.email);
    const picture = await host.fetch(info.UserExtraInfo.avatar);
    expect(picture.headers.get('content-type')).toBe('image/svg+xml');
    expect(await picture.text()).toContain('>ZÖ</text>');
    expect((await host.fetch(`/api/avatar/${encodeURIComponent('1-<a>.svg')}`)).status).toBe(200);
    for (const odd of ['9-AB.svg', '1-ABCDE.svg', '1-.svg', 'x']) {
      expect((await host.fetch(`/api/avatar/${odd}`)).status).toBe(404);
    }
    const strange = await host.fetch(`/api/avatar/${encodeURIComponent('1-<"&.svg')}`);
    expect(await strange.text()).toContain('></text>');
  });
});
