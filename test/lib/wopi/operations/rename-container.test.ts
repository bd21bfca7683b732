import { expect, test } from 'vitest';
import { inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';
import { createContainer, type MadeContainer } from '@/test/wopi-client/containers';

inProcess(
  'RenameContainer',
  (host) => {
    test('decodes UTF-7, repairs and makes unique; without a name 400', async () => {
      const root = await host.root(await makePerson());
      const client = host.at((await createContainer(root, 'First')).json<MadeContainer>().ContainerPointer.Url);
      await createContainer(root, 'Second');
      const rename = (name: string) =>
        client.override('RENAME_CONTAINER', [['X-WOPI-RequestedName', client.utf7(name)]]);
      expect((await rename('日本語 /x')).json()).toEqual({ Name: '日本語 _x' });
      expect((await rename('SECOND')).json()).toEqual({ Name: 'SECOND (1)' });
      expect((await client.checkFileInfo()).json()).toMatchObject({ Name: 'SECOND (1)' });
      expect((await rename('second (1)')).json()).toEqual({ Name: 'second (1)' });
      const missing = await client.override('RENAME_CONTAINER', []);
      expect(missing.status).toBe(400);
      expect(missing.headers['x-wopi-invalidcontainernameerror']).toBeTruthy();
    });

    test('a root container is not renamed: 404', async () => {
      const root = await host.root();
      expect((await root.override('RENAME_CONTAINER', [['X-WOPI-RequestedName', 'Mine']])).status).toBe(404);
    });
  },
  { WOPI_CONTAINERS: 'on' },
);
