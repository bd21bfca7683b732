import { expect, test } from 'vitest';
import { inProcess } from '@/test/in-process-host';
import { ecosystemOf, type MadeContainer } from '@/test/wopi-client/containers';

inProcess(
  'The way to a root container',
  (host) => {
    test('GetEcosystem, CheckEcosystem and GetRootContainer lead from a file to the person’s own root', async () => {
      const { client } = await host.opened();
      const ecosystem = host.at(await ecosystemOf(client));
      expect((await ecosystem.checkFileInfo()).json()).toEqual({ SupportsContainers: true });
      const { ContainerPointer, ContainerInfo } = (
        await ecosystem.send('GET', '/root_container_pointer', [], null)
      ).json<MadeContainer>();
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
    });

    test('GetEcosystem leads from a container too', async () => {
      const root = await host.root();
      expect((await host.at(await ecosystemOf(root)).checkFileInfo()).status).toBe(200);
    });
  },
  { WOPI_CONTAINERS: 'on' },
);
