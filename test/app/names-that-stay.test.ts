import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { renameDocument } from '@/lib/documents/rename-document';
import { createFolder } from '@/lib/folders/create-folder';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { makeNameLegal } from '@/lib/shared/file-names';
import { type InProcessHost, inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';

const joined = [
  'گزارش\u200cهای سال.docx',
  'نامه\u200cها.txt',
  'ශ්\u200dරී වාර්තාව.docx',
  'दर्\u200dया.docx',
  'র\u200d্যাম.docx',
  '👩\u200d👧 trip.docx',
  '🏳\ufe0f\u200d🌈.md',
  '👨\u200d💻 work.txt',
];
const hidden = ['.gitignore', '.env', '.htaccess', '.DS_Store', '.env.local'];

async function upload(host: InProcessHost, name: string): Promise<{ id: string; name: string }> {
  const browser = await host.browser();
  const answer = await browser.fetch(`/api/upload?${new URLSearchParams({ name, clash: 'keep-both' })}`, {
    method: 'POST',
    body: 'a text',
  });
  expect(answer.status).toBe(201);
  return answer.json();
}

inProcess('S20: names that are nobody else’s', (host) => {
  test('with joiners and with a leading period they come back as they went up, in a list and in a zip', async () => {
    const made: { id: string; name: string }[] = [];
    for (const name of [...joined, ...hidden]) made.push(await upload(host, name));
    expect(made.map(({ name }) => name)).toEqual([...joined, ...hidden]);
    const query = made.map(({ id }) => `item=document:${id}`).join('&');
    const zip = await (await host.browser()).fetch(`/api/zip?${query}`);
    const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
    expect(Object.keys(files).toSorted()).toEqual([...joined, ...hidden].toSorted());
  });

  test.each([...joined, ...hidden])('%j is the name of a folder, and of a document after a rename', async (name) => {
    const person = await makePerson();
    const parentId = (await ownRootFolder(person)).id;
    const folder = await createFolder(person, { parentId, name: makeNameLegal(name), mode: 'specific' });
    expect(folder.name).toBe(name);
    const documentId = await host.document('x', 'Draft', person);
    expect(await renameDocument(person, { documentId, name, claim: 'page' })).toEqual({ name });
  });

  test.each(joined)('%j is a RelativeTarget and a SuggestedTarget', async (name) => {
    const { client } = await host.opened();
    const suggested = await client.putRelativeFile(`کپی\u200cهای ${name}`, 'x');
    expect(suggested.json<{ Name: string }>().Name).toBe(`کپی\u200cهای ${name}`);
    const target = `دو\u200cباره ${name}`;
    const relative = await client.putRelative([['X-WOPI-RelativeTarget', client.utf7(target)]], 'x');
    expect([relative.status, relative.json<{ Name: string }>().Name]).toEqual([200, target]);
  });

  test('a leading period is an extension in SuggestedTarget only', async () => {
    const { client } = await host.opened('first words', 'Leaflet.docx');
    expect((await client.putRelativeFile('.pdf', 'x')).json<{ Name: string }>().Name).toBe('Leaflet.pdf');
    const relative = await client.putRelative([['X-WOPI-RelativeTarget', '.profile']], 'x');
    expect(relative.json<{ Name: string }>().Name).toBe('.profile');
  });
});
