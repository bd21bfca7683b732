import { expect, test } from 'vitest';
import { readContent } from '@/lib/documents/read-content';
import { makePerson } from '@/test/make-person';
import { template } from '@/test/wopi-client/blank-files';
import { convertAndEdit } from '@/test/wopi-client/convert-and-edit';
import { textOfDocument } from '@/test/wopi-client/office-text';
import { throughBothDoors } from './host';

type Copy = { Name: string; HostEditUrl: string };

throughBothDoors('conversion of a binary document', (host) => {
  test('D3: CheckFileInfo, GetFile, PUT_RELATIVE with X-WOPI-FileConversion: a new .docx beside the untouched .doc, locked or not', async () => {
    const person = await makePerson();
    const documentId = await host.document('words of the nineties', 'Old.doc', person);
    const client = await host.client(documentId, { person });
    const before = await host.row(documentId);
    for (const name of ['Old.docx', 'Old (1).docx']) {
      const answer = await convertAndEdit(client, 'docx', template('x.docx'));
      expect([answer.status, answer.headers['x-wopi-lock']]).toEqual([200, undefined]);
      const copy = answer.json<Copy>();
      expect(copy.Name).toBe(name);
      const [, id = ''] = copy.HostEditUrl.split(`${host.url}/edit/`);
      expect(await host.row(id)).toMatchObject({
        isConversion: true,
        copiedFromId: documentId,
        folderId: before.folderId,
        version: 1,
        lockId: null,
      });
      const { body } = await readContent(person, { documentId: id });
      const bytes = new Uint8Array(await new Response(body).arrayBuffer());
      expect(textOfDocument(name, bytes)).toBe('words of the nineties');
      // The second time around somebody has the original open.
      await client.lock('of a viewer that edits');
    }
    const { lockId, lockedAt, lockExpiresAt, lockedById, lockSession, ...after } = await host.row(documentId);
    expect(lockId).toBe('of a viewer that edits');
    expect(before).toMatchObject(after);
  });

  test('CheckFileInfo of a .doc says what the right says, and HostEditUrl is the page that converts', async () => {
    const { documentId, client } = await host.opened('binary', 'Old.doc');
    expect((await client.checkFileInfo()).json()).toMatchObject({
      UserCanWrite: true,
      UserCanNotWriteRelative: false,
      HostEditUrl: `${host.url}/edit/${documentId}`,
    });
  });
});
