import { expect, test } from 'vitest';
import { makePerson } from '@/test/make-person';
import type { Answer, WopiClient } from '@/test/wopi-client/wopi-client';
import { throughBothDoors } from './host';

type Pointer = { Name: string; Url: string };
type Made = { ContainerPointer: Pointer; ContainerInfo: Record<string, unknown> };
type Children = { ChildContainers: Pointer[]; ChildFiles: Pointer[] };

const create = (parent: WopiClient, name: string, mode: 'Suggested' | 'Relative' = 'Suggested'): Promise<Answer> =>
  parent.override('CREATE_CHILD_CONTAINER', [[`X-WOPI-${mode}Target`, parent.utf7(name)]]);

const children = async (container: WopiClient): Promise<Children> =>
  (await container.send('GET', '/children', [], null)).json<Children>();

throughBothDoors('containers', (host) => {
  const made = async (parent: WopiClient, name: string) => {
    const answer = await create(parent, name);
    expect(answer.status).toBe(200);
    const { ContainerPointer } = answer.json<Made>();
    return { name: ContainerPointer.Name, client: host.at(ContainerPointer.Url) };
  };

  test('GetEcosystem, CheckEcosystem and GetRootContainer lead from a file to the person’s own root', async () => {
    const { client } = await host.opened();
    const { Url } = (await client.send('GET', '/ecosystem_pointer', [], null)).json<{ Url: string }>();
    const ecosystem = host.at(Url);
    expect((await ecosystem.checkFileInfo()).json()).toEqual({ SupportsContainers: true });
    const { ContainerPointer, ContainerInfo } = (
      await ecosystem.send('GET', '/root_container_pointer', [], null)
    ).json<Made>();
    const info = (await host.at(ContainerPointer.Url).checkFileInfo()).json();
    expect(info).toEqual(ContainerInfo);
    expect(info).toMatchObject({
      Name: ContainerPointer.Name,
      UserCanCreateChildContainer: true,
      UserCanCreateChildFile: true,
      UserCanDelete: false,
      UserCanRename: false,
      IsAnonymousUser: false,
      IsEduUser: false,
      LicenseCheckForEditIsEnabled: false,
      SupportedShareUrlTypes: ['ReadOnly', 'ReadWrite'],
    });
    expect(JSON.stringify(info)).not.toContain('null');
    const ofContainer = await host.at(ContainerPointer.Url).send('GET', '/ecosystem_pointer', [], null);
    expect((await host.at(ofContainer.json<{ Url: string }>().Url).checkFileInfo()).status).toBe(200);
  });

  test('CreateChildContainer makes a container that CheckContainerInfo knows and EnumerateChildren lists', async () => {
    const root = await host.root(await makePerson());
    const { client, name } = await made(root, 'Ünï + plans');
    expect(name).toBe('Ünï + plans');
    expect((await client.checkFileInfo()).json()).toMatchObject({
      Name: name,
      UserCanDelete: true,
      UserCanRename: true,
    });
    expect((await children(root)).ChildContainers.map((each) => each.Name)).toEqual([name]);
    expect(await children(client)).toEqual({ ChildContainers: [], ChildFiles: [] });
  });

  test('CreateChildContainer in suggested mode finds a free and legal name', async () => {
    const root = await host.root(await makePerson());
    expect((await made(root, 'Plans')).name).toBe('Plans');
    expect((await made(root, 'PLANS')).name).toBe('PLANS (1)');
    expect((await made(root, 'a/b')).name).toBe('a_b');
  });

  test('CreateChildContainer in specific mode: 409 with a free name when taken, 400 when not legal', async () => {
    const root = await host.root(await makePerson());
    expect((await create(root, 'Plans', 'Relative')).status).toBe(200);
    const taken = await create(root, 'plans', 'Relative');
    expect(taken.status).toBe(409);
    expect(taken.headers['x-wopi-validrelativetarget']).toBe(root.utf7('plans (1)'));
    expect(taken.headers['x-wopi-lock']).toBeUndefined();
    const illegal = await create(root, 'a/b', 'Relative');
    expect(illegal.status).toBe(400);
    expect(illegal.headers['x-wopi-invalidcontainernameerror']).toBeTruthy();
    expect(illegal.headers['x-wopi-validrelativetarget']).toBe('a+AF8-b');
  });

  test('CreateChildContainer with both target headers is 501, with neither 400', async () => {
    const root = await host.root();
    const both = await root.override('CREATE_CHILD_CONTAINER', [
      ['X-WOPI-SuggestedTarget', 'a'],
      ['X-WOPI-RelativeTarget', 'b'],
    ]);
    expect(both.status).toBe(501);
    expect((await root.override('CREATE_CHILD_CONTAINER', [])).status).toBe(400);
  });

  test('B9: DeleteContainer is 409 while a file or a container is in it, then 200, and then it is gone', async () => {
    const root = await host.root(await makePerson());
    const { client } = await made(root, 'Old');
    const inner = await made(client, 'Inner');
    const file = await client.override('CREATE_CHILD_FILE', [['X-WOPI-SuggestedTarget', 'a.docx']]);
    expect((await client.override('DELETE_CONTAINER', [])).status).toBe(409);
    expect((await host.at(file.json<Pointer>().Url).deleteFile()).status).toBe(200);
    expect((await client.override('DELETE_CONTAINER', [])).status).toBe(409);
    expect((await inner.client.override('DELETE_CONTAINER', [])).status).toBe(200);
    expect((await client.override('DELETE_CONTAINER', [])).status).toBe(200);
    expect((await client.checkFileInfo()).status).toBe(404);
    expect((await client.override('DELETE_CONTAINER', [])).status).toBe(404);
    expect((await children(root)).ChildContainers).toEqual([]);
  });

  test('a file created while its container is deleted is in a live container or was refused, 20 times over', async () => {
    const root = await host.root(await makePerson());
    for (let round = 0; round < 20; round += 1) {
      const { client } = await made(root, `Race ${round}`);
      const [deleted, file] = await Promise.all([
        client.override('DELETE_CONTAINER', []),
        client.override('CREATE_CHILD_FILE', [['X-WOPI-SuggestedTarget', 'a.docx']]),
      ]);
      expect([[deleted.status, file.status]]).toContainEqual(file.status === 200 ? [409, 200] : [200, 404]);
      if (file.status === 200) expect((await host.at(file.json<Pointer>().Url).checkFileInfo()).status).toBe(200);
    }
  });

  test('a root container is neither renamed nor deleted: 404', async () => {
    const root = await host.root();
    expect((await root.override('DELETE_CONTAINER', [])).status).toBe(404);
    expect((await root.override('RENAME_CONTAINER', [['X-WOPI-RequestedName', 'Mine']])).status).toBe(404);
  });

  test('RenameContainer decodes UTF-7, repairs and makes unique; without a name 400', async () => {
    const root = await host.root(await makePerson());
    const { client } = await made(root, 'First');
    await made(root, 'Second');
    const rename = (name: string) => client.override('RENAME_CONTAINER', [['X-WOPI-RequestedName', client.utf7(name)]]);
    expect((await rename('日本語 /x')).json()).toEqual({ Name: '日本語 _x' });
    expect((await rename('SECOND')).json()).toEqual({ Name: 'SECOND (1)' });
    expect((await client.checkFileInfo()).json()).toMatchObject({ Name: 'SECOND (1)' });
    expect((await rename('second (1)')).json()).toEqual({ Name: 'second (1)' });
    const missing = await client.override('RENAME_CONTAINER', []);
    expect(missing.status).toBe(400);
    expect(missing.headers['x-wopi-invalidcontainernameerror']).toBeTruthy();
  });

  test('GetShareUrl of a container: an absolute address for both kinds, 501 for any other', async () => {
    const root = await host.root(await makePerson());
    const { client } = await made(root, 'Shared');
    for (const type of ['ReadOnly', 'ReadWrite']) {
      const { ShareUrl } = (await client.override('GET_SHARE_URL', [['X-WOPI-UrlType', type]])).json<{
        ShareUrl: string;
      }>();
      expect(ShareUrl.startsWith(`${host.url}/folders/`)).toBe(true);
    }
    expect((await client.override('GET_SHARE_URL', [['X-WOPI-UrlType', 'Other']])).status).toBe(501);
    expect((await client.override('GET_SHARE_URL', [])).status).toBe(501);
  });
});
