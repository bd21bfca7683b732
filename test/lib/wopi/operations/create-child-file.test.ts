import { expect, test } from 'vitest';
import { inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';
import { createFile } from '@/test/wopi-client/containers';
import type { WopiClient } from '@/test/wopi-client/wopi-client';

type NewFile = { Name: string; Url: string; HostViewUrl: string; HostEditUrl: string; HostEditNewUrl: string };

const specific = (parent: WopiClient, name: string, overwrite = 'False') =>
  parent.override('CREATE_CHILD_FILE', [
    ['X-WOPI-RelativeTarget', parent.utf7(name)],
    ['X-WOPI-OverwriteRelativeTarget', overwrite],
  ]);

inProcess(
  'CreateChildFile',
  (host) => {
    test('B13: makes a file of zero bytes, into which PutFile without a lock writes once', async () => {
      const root = await host.root(await makePerson());
      const answer = (await createFile(root, 'My plan.docx')).json<NewFile>();
      expect(answer.Name).toBe('My plan.docx');
      for (const url of [answer.HostViewUrl, answer.HostEditUrl, answer.HostEditNewUrl]) {
        expect(url.startsWith(`${host.url}/`)).toBe(true);
      }
      const file = host.at(answer.Url);
      expect((await file.checkFileInfo()).json()).toMatchObject({ BaseFileName: 'My plan.docx', Size: 0 });
      expect((await file.putFile('template', null)).status).toBe(200);
      expect((await file.getFile()).body.toString()).toBe('template');
      const again = await file.putFile('once more', null);
      expect(again.status).toBe(409);
      expect(again.headers['x-wopi-lock']).toBe('');
    });

    test('in suggested mode finds a legal, unused name; only an extension is a name too', async () => {
      const root = await host.root(await makePerson());
      const nameOf = async (name: string) => (await createFile(root, name)).json<NewFile>().Name;
      expect(await nameOf('a.docx')).toBe('a.docx');
      expect(await nameOf('A.docx')).toBe('A (1).docx');
      expect(await nameOf('.xlsx')).toBe('Untitled.xlsx');
      expect(await nameOf('a/b?.docx')).toBe('a_b_.docx');
      expect(await nameOf(`${'x'.repeat(530)}.docx`)).toBe(`${'x'.repeat(250)}.docx`);
    });

    test('in specific mode: 409 with a free name when taken, 400 when not legal', async () => {
      const root = await host.root(await makePerson());
      expect((await specific(root, 'a.docx')).status).toBe(200);
      const taken = await specific(root, 'a.docx');
      expect(taken.status).toBe(409);
      expect(taken.headers['x-wopi-validrelativetarget']).toBe(root.utf7('a (1).docx'));
      const illegal = await specific(root, 'a/b.docx');
      expect(illegal.status).toBe(400);
      expect(illegal.headers['x-wopi-invalidfilenameerror']).toBeTruthy();
      expect((await specific(root, `${'x'.repeat(530)}.docx`)).status).toBe(400);
    });

    test('overwrites when told so, in any case of the word, and keeps the id and the earlier version', async () => {
      const person = await makePerson();
      const root = await host.root(person);
      const documentId = await host.document('old words', 'a.docx', person);
      const answer = await specific(root, 'A.docx', 'TRUE');
      expect(answer.status).toBe(200);
      const { Url } = answer.json<NewFile>();
      expect(Url.split('?')[0]).toBe(host.wopiSrc(documentId));
      expect((await host.at(Url).checkFileInfo()).json()).toMatchObject({ Size: 0, Version: '2' });
      expect((await host.row(documentId)).versions.map((version) => Number(version.size)).sort()).toEqual([0, 9]);
    });

    test('B5: a locked target is not overwritten: 409 with the target’s lock', async () => {
      const person = await makePerson();
      const root = await host.root(person);
      const client = await host.client(await host.document('old words', 'a.docx', person), { person });
      await client.lock('held');
      const answer = await specific(root, 'a.docx', 'true');
      expect(answer.status).toBe(409);
      expect(answer.headers['x-wopi-lock']).toBe('held');
      expect((await client.getFile()).body.toString()).toBe('old words');
    });

    test('with both target headers 501, with neither 400', async () => {
      const root = await host.root();
      const both: [string, string][] = [
        ['X-WOPI-SuggestedTarget', 'a.docx'],
        ['X-WOPI-RelativeTarget', 'b.docx'],
      ];
      expect((await root.override('CREATE_CHILD_FILE', both)).status).toBe(501);
      expect((await root.override('CREATE_CHILD_FILE', [])).status).toBe(400);
    });
  },
  { WOPI_CONTAINERS: 'on' },
);
