import { expect, test } from 'vitest';
import { inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';
import { createContainer, createFile, type MadeContainer, type Pointer } from '@/test/wopi-client/containers';
import type { WopiClient } from '@/test/wopi-client/wopi-client';

inProcess(
  'EnumerateAncestors',
  (host) => {
    const made = async (parent: WopiClient, name: string) =>
      host.at((await createContainer(parent, name)).json<MadeContainer>().ContainerPointer.Url);
    const ancestry = (client: WopiClient) => client.send('GET', '/ancestry', [], null);

    test('root first, the container of the file last; empty for the root', async () => {
      const root = await host.root(await makePerson());
      const outer = await made(root, 'Outer');
      const inner = await made(outer, 'Inner');
      const file = host.at((await createFile(inner, 'a.docx')).json<Pointer>().Url);
      const namesOf = async (client: WopiClient) =>
        (await ancestry(client))
          .json<{ AncestorsWithRootFirst: Pointer[] }>()
          .AncestorsWithRootFirst.map((each) => each.Name);
      expect((await namesOf(file)).slice(1)).toEqual(['Outer', 'Inner']);
      expect((await namesOf(inner)).slice(1)).toEqual(['Outer']);
      expect(await namesOf(root)).toEqual([]);
      const answer = await ancestry(inner);
      for (const { Name, Url } of answer.json<{ AncestorsWithRootFirst: Pointer[] }>().AncestorsWithRootFirst) {
        expect((await host.at(Url).checkFileInfo()).json()).toMatchObject({ Name });
      }
      expect(answer.headers['x-wopi-enumerationincomplete']).toBeUndefined();
    });

    test('a shared document shows nothing of the folders that it lies in, and says that the list is incomplete', async () => {
      const boris = await makePerson();
      const documentId = await host.document();
      await host.grant(documentId, boris, 'editor');
      const answer = await ancestry(await host.client(documentId, { person: boris }));
      expect(answer.json()).toEqual({ AncestorsWithRootFirst: [] });
      expect(answer.headers['x-wopi-enumerationincomplete']).toBe('true');
    });
  },
  { WOPI_CONTAINERS: 'on' },
);
