import { expect, test } from 'vitest';
import { inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';
import { createContainer, createFile, type MadeContainer, type Pointer } from '@/test/wopi-client/containers';
import type { WopiClient } from '@/test/wopi-client/wopi-client';

inProcess(
  'DeleteContainer',
  (host) => {
    const made = async (parent: WopiClient, name: string) =>
      host.at((await createContainer(parent, name)).json<MadeContainer>().ContainerPointer.Url);
    const remove = (container: WopiClient) => container.override('DELETE_CONTAINER', []);

    test('B9: is 409 while a file or a container is in it, then 200, and then it is gone', async () => {
      const root = await host.root(await makePerson());
      const client = await made(root, 'Old');
      const inner = await made(client, 'Inner');
      const file = await createFile(client, 'a.docx');
      expect((await remove(client)).status).toBe(409);
      expect((await host.at(file.json<Pointer>().Url).deleteFile()).status).toBe(200);
      expect((await remove(client)).status).toBe(409);
      expect((await remove(inner)).status).toBe(200);
      expect((await remove(client)).status).toBe(200);
      expect((await client.checkFileInfo()).status).toBe(404);
      expect((await remove(client)).status).toBe(404);
      expect((await root.send('GET', '/children', [], null)).json()).toMatchObject({ ChildContainers: [] });
    });

    test('a file created while its container is deleted is in a live container or was refused, 20 times over', async () => {
      const root = await host.root(await makePerson());
      for (let round = 0; round < 20; round += 1) {
        const client = await made(root, `Race ${round}`);
        const [deleted, file] = await Promise.all([remove(client), createFile(client, 'a.docx')]);
        expect([[deleted.status, file.status]]).toContainEqual(file.status === 200 ? [409, 200] : [200, 404]);
        if (file.status === 200) expect((await host.at(file.json<Pointer>().Url).checkFileInfo()).status).toBe(200);
      }
    });

    test('a root container is not deleted: 404', async () => {
      const root = await host.root();
      expect((await remove(root)).status).toBe(404);
      expect((await root.checkFileInfo()).status).toBe(200);
    });
  },
  { WOPI_CONTAINERS: 'on' },
);
