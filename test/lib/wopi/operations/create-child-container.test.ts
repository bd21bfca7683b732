import { expect, test } from 'vitest';
import { inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';
import { createContainer, type MadeContainer } from '@/test/wopi-client/containers';
import type { WopiClient } from '@/test/wopi-client/wopi-client';

inProcess(
  'CreateChildContainer',
  (host) => {
    const made = async (parent: WopiClient, name: string) => {
      const answer = await createContainer(parent, name);
      expect(answer.status).toBe(200);
      return answer.json<MadeContainer>();
    };

    test('makes a container that CheckContainerInfo knows and EnumerateChildren lists', async () => {
      const root = await host.root(await makePerson());
      const { ContainerPointer, ContainerInfo } = await made(root, 'Ünï + plans');
      expect(ContainerPointer.Name).toBe('Ünï + plans');
      const client = host.at(ContainerPointer.Url);
      const info = (await client.checkFileInfo()).json();
      expect(info).toMatchObject({ Name: 'Ünï + plans', UserCanDelete: true, UserCanRename: true });
      expect(info).toEqual(ContainerInfo);
      const children = async (container: WopiClient) => (await container.send('GET', '/children', [], null)).json();
      expect(await children(root)).toMatchObject({ ChildContainers: [{ Name: 'Ünï + plans' }] });
      expect(await children(client)).toEqual({ ChildContainers: [], ChildFiles: [] });
    });

    test('in suggested mode finds a free and legal name', async () => {
      const root = await host.root(await makePerson());
      const nameOf = async (name: string) => (await made(root, name)).ContainerPointer.Name;
      expect(await nameOf('Plans')).toBe('Plans');
      expect(await nameOf('PLANS')).toBe('PLANS (1)');
      expect(await nameOf('a/b')).toBe('a_b');
    });

    test('in specific mode: 409 with a free name when taken, 400 when not legal', async () => {
      const root = await host.root(await makePerson());
      expect((await createContainer(root, 'Plans', 'Relative')).status).toBe(200);
      const taken = await createContainer(root, 'plans', 'Relative');
      expect(taken.status).toBe(409);
      expect(taken.headers['x-wopi-validrelativetarget']).toBe(root.utf7('plans (1)'));
      expect(taken.headers['x-wopi-lock']).toBeUndefined();
      const illegal = await createContainer(root, 'a/b', 'Relative');
      expect(illegal.status).toBe(400);
      expect(illegal.headers['x-wopi-invalidcontainernameerror']).toBeTruthy();
      expect(illegal.headers['x-wopi-validrelativetarget']).toBe('a+AF8-b');
    });

    test('with both target headers is 501, with neither 400', async () => {
      const root = await host.root();
      const both = await root.override('CREATE_CHILD_CONTAINER', [
        ['X-WOPI-SuggestedTarget', 'a'],
        ['X-WOPI-RelativeTarget', 'b'],
      ]);
      expect(both.status).toBe(501);
      expect((await root.override('CREATE_CHILD_CONTAINER', [])).status).toBe(400);
    });
  },
  { WOPI_CONTAINERS: 'on' },
);
