import { rmSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { createDocument } from '@/lib/documents/create-document';
import { env } from '@/lib/env';
import { createFolder } from '@/lib/folders/create-folder';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';
import { bodyOf } from '@/test/streams';

inProcess('A zip', (host) => {
  const makeFolder = async (name: string, parentId?: string) => {
    const parent = parentId ?? (await ownRootFolder(host.anna)).id;
    return (await createFolder(host.anna, { parentId: parent, name, mode: 'suggested' })).id;
  };
  const put = async (folderId: string, name: string, content: string) =>
    (await createDocument(host.anna, { folderId, name, body: bodyOf(content), origin: 'upload' })).id;

  test('of a selection has its documents and folders, is a download, and unzips', async () => {
    const folderId = await makeFolder('Büro');
    await put(folderId, 'Größen – 数.txt', 'Guten Tag');
    await makeFolder('leer', folderId);
    const documentId = await host.document('a letter', 'Letter.txt');
    const browser = await host.browser();
    const query = `item=document:${documentId}&item=folder:${folderId}`;
    for (const answer of [
      await browser.fetch(`/api/zip?${query}`),
      await browser.fetch('/api/zip', { method: 'POST', body: new URLSearchParams(query) }),
    ]) {
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('application/zip');
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="Lectern \d{4}-\d\d-\d\d\.zip"/);
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
      const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
      const texts = Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]);
      expect(texts).toEqual([
        ['Letter.txt', 'a letter'],
        ['Büro/', ''],
        ['Büro/Größen – 数.txt', 'Guten Tag'],
        ['Büro/leer/', ''],
      ]);
    }
  });

  test('is refused before its first byte: 401 without a session, 404 for what is not shared, 400 for nonsense, 403 from elsewhere', async () => {
    const browser = await host.browser();
    const own = await host.document();
    const stranger = await makePerson('Stranger');
    const foreign = await host.document('secret', 'Secret.txt', stranger);
    const foreignFolder = (await ownRootFolder(stranger)).id;
    const told = async (answer: Response) => ({ status: answer.status, error: (await answer.json()).error });
    const ask = async (query: string, init?: RequestInit) => told(await browser.fetch(`/api/zip?${query}`, init));
    expect(await told(await host.fetch(`/api/zip?item=document:${own}`))).toEqual({
      status: 401,
      error: 'not-signed-in',
    });
    for (const item of [`document:${foreign}`, `folder:${foreignFolder}`, `document:${'x'.repeat(26)}`]) {
      expect(await ask(`item=document:${own}&item=${item}`)).toEqual({ status: 404, error: 'not-found' });
    }
    for (const query of ['', 'item=document', 'item=user:abc', 'item=document:../x']) {
      expect(await ask(query)).toEqual({ status: 400, error: 'invalid-request' });
    }
    browser.forged = { origin: 'https://elsewhere.example' };
    const body = new URLSearchParams({ item: `document:${own}` });
    expect(await ask('', { method: 'POST', body })).toEqual({ status: 403, error: 'cross-origin' });
  });

  test('breaks off when a document in it has vanished, and what came before is no archive', async () => {
    const folderId = await makeFolder('Broken');
    await put(folderId, 'a.txt', 'fine');
    const lost = await put(folderId, 'b.txt', 'lost');
    const key = (await host.row(lost)).storageKey;
    rmSync(path.join(env().DATA_DIR, 'documents', 'objects', key.slice(0, 2), key));
    const answer = await (await host.browser()).fetch(`/api/zip?item=folder:${folderId}`);
    expect(answer.status).toBe(200);
    await expect(answer.arrayBuffer()).rejects.toThrow();
  });
});
