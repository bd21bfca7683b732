import { expect, test } from 'vitest';
import { makePerson } from '@/test/make-person';
import type { WopiClient } from '@/test/wopi-client/wopi-client';
import { throughBothDoors } from './host';

type Pointer = { Name: string; Url: string };
type Children = { ChildContainers: Pointer[]; ChildFiles: (Pointer & { Version: string; Size: number })[] };

const children = async (container: WopiClient, filter?: string): Promise<Children> => {
  const headers: [string, string][] = filter === undefined ? [] : [['X-WOPI-FileExtensionFilterList', filter]];
  return (await container.send('GET', '/children', headers, null)).json<Children>();
};

throughBothDoors('EnumerateAncestors and EnumerateChildren', (host) => {
  const made = async (parent: WopiClient, name: string) => {
    const answer = await parent.override('CREATE_CHILD_CONTAINER', [['X-WOPI-SuggestedTarget', name]]);
    return { client: host.at(answer.json<{ ContainerPointer: Pointer }>().ContainerPointer.Url) };
  };

  test('EnumerateAncestors: root first, the container of the file last; empty for the root', async () => {
    const root = await host.root(await makePerson());
    const outer = await made(root, 'Outer');
    const inner = await made(outer.client, 'Inner');
    const file = await inner.client.override('CREATE_CHILD_FILE', [['X-WOPI-SuggestedTarget', 'a.docx']]);
    const namesOf = async (client: WopiClient) =>
      (await client.send('GET', '/ancestry', [], null))
        .json<{ AncestorsWithRootFirst: Pointer[] }>()
        .AncestorsWithRootFirst.map((each) => each.Name);
    expect((await namesOf(host.at(file.json<Pointer>().Url))).slice(1)).toEqual(['Outer', 'Inner']);
    expect((await namesOf(inner.client)).slice(1)).toEqual(['Outer']);
    expect(await namesOf(root)).toEqual([]);
    const answer = await inner.client.send('GET', '/ancestry', [], null);
    for (const { Name, Url } of answer.json<{ AncestorsWithRootFirst: Pointer[] }>().AncestorsWithRootFirst) {
      expect((await host.at(Url).checkFileInfo()).json()).toMatchObject({ Name });
    }
    expect(answer.headers['x-wopi-enumerationincomplete']).toBeUndefined();
  });

  test('a shared document shows nothing of the folders that it lies in, and says that the list is incomplete', async () => {
    const boris = await makePerson();
    const documentId = await host.document();
    await host.grant(documentId, boris, 'editor');
    const client = await host.client(documentId, { person: boris });
    const answer = await client.send('GET', '/ancestry', [], null);
    expect(answer.json()).toEqual({ AncestorsWithRootFirst: [] });
    expect(answer.headers['x-wopi-enumerationincomplete']).toBe('true');
  });

  test('B14: the extension filter lets matching files through in any case and leaves containers alone', async () => {
    const root = await host.root(await makePerson());
    const { client } = await made(root, 'Filter');
    await made(client, 'Sub.docx');
    for (const name of ['a.docx', 'b.DOCX', 'c.doc', 'd.xlsx', 'none']) {
      await client.override('CREATE_CHILD_FILE', [['X-WOPI-SuggestedTarget', name]]);
    }
    const names = (list: Children) => list.ChildFiles.map((each) => each.Name).sort();
    expect(names(await children(client, '.doc,.Docx'))).toEqual(['a.docx', 'b.DOCX', 'c.doc']);
    expect((await children(client, '.doc')).ChildContainers.map((each) => each.Name)).toEqual(['Sub.docx']);
    expect(names(await children(client, '.pptx'))).toEqual([]);
    expect(names(await children(client))).toHaveLength(5);
  });

  test('B16: EnumerateChildren tells the Version and the size of CheckFileInfo', async () => {
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
});
