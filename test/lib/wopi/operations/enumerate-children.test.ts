import { expect, test } from 'vitest';
import { inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';
import { createContainer, createFile, type MadeContainer, type Pointer } from '@/test/wopi-client/containers';
import type { WopiClient } from '@/test/wopi-client/wopi-client';

type Children = { ChildContainers: Pointer[]; ChildFiles: (Pointer & { Version: string; Size: number })[] };

const children = async (container: WopiClient, filter?: string): Promise<Children> => {
  const headers: [string, string][] = filter === undefined ? [] : [['X-WOPI-FileExtensionFilterList', filter]];
  return (await container.send('GET', '/children', headers, null)).json<Children>();
};

inProcess(
  'EnumerateChildren',
  (host) => {
    test('B14: the extension filter lets matching files through in any case and leaves containers alone', async () => {
      const root = await host.root(await makePerson());
      const client = host.at((await createContainer(root, 'Filter')).json<MadeContainer>().ContainerPointer.Url);
      await createContainer(client, 'Sub.docx');
      for (const name of ['a.docx', 'b.DOCX', 'c.doc', 'd.xlsx', 'none']) await createFile(client, name);
      const names = (list: Children) => list.ChildFiles.map((each) => each.Name).sort();
      expect(names(await children(client, '.doc,.Docx'))).toEqual(['a.docx', 'b.DOCX', 'c.doc']);
      expect((await children(client, '.doc')).ChildContainers.map((each) => each.Name)).toEqual(['Sub.docx']);
      expect(names(await children(client, '.pptx'))).toEqual([]);
      expect(names(await children(client))).toHaveLength(5);
    });

    test('B16: tells the Version and the size of CheckFileInfo', async () => {
      const person = await makePerson();
      const root = await host.root(person);
      const client = await host.client(await host.document('some words', 'v.docx', person), { person });
      await client.lock('x');
      await client.putFile('other words', 'x', { modified: true });
      const info = (await client.checkFileInfo()).json<Record<string, unknown>>();
      const listed = (await children(root)).ChildFiles.find((each) => each.Name === 'v.docx');
      expect(listed).toMatchObject({ Version: info.Version, Size: 11, LastModifiedTime: info.LastModifiedTime });
      expect((await client.getFile()).headers['x-wopi-itemversion']).toBe(info.Version);
    });
  },
  { WOPI_CONTAINERS: 'on' },
);
