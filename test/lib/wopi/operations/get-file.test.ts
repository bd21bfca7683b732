import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { inProcess } from '@/test/in-process-host';

const MiB = 1024 * 1024;

inProcess('GetFile', (host) => {
  test('B7: GetFile of a copy returns the very bytes; Size and SHA256 fit', async () => {
    const { client } = await host.opened();
    const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, n) => (n * 31) % 256));
    const { Url } = (await client.putRelativeFile('Copy.docx', bytes)).json<{ Url: string }>();
    const copy = host.at(Url);
    expect((await copy.getFile()).body.equals(bytes)).toBe(true);
    const SHA256 = createHash('sha256').update(bytes).digest('base64');
    expect((await copy.checkFileInfo()).json()).toMatchObject({ Size: bytes.length, SHA256 });
  });

  test('B12: X-WOPI-MaxExpectedSize one byte below the size answers 412, the size itself or no header 200', async () => {
    const { client } = await host.opened('ten bytes!');
    expect((await client.getFile(9)).status).toBe(412);
    expect((await client.getFile(10)).status).toBe(200);
    expect((await client.send('GET', '/contents', [], null)).status).toBe(200);
  });

  test('GetFile answers Range with the whole file, and says how long it is', async () => {
    const { client } = await host.opened('0123456789');
    const answer = await client.getFile(undefined, { extraHeaders: [['Range', 'bytes=2-4']] });
    expect([answer.status, answer.body.toString()]).toEqual([200, '0123456789']);
    expect(answer.headers).toMatchObject({
      'content-length': '10',
      'content-type': 'application/octet-stream',
      'cache-control': 'no-store',
    });
  });

  test('C6: GetFile during PutFile returns one version whole, never a mixture', async () => {
    const { client } = await host.opened(Buffer.alloc(MiB, 'a'));
    await client.lock('A');
    let isSaving = true;
    const saves = (async () => {
      for (const letter of 'bcdefgh') await client.putFile(Buffer.alloc(MiB, letter), 'A', { modified: true });
      isSaving = false;
    })();
    let reads = 0;
    while (isSaving) {
      const { body } = await client.getFile();
      expect([body.length, new Set(body).size]).toEqual([MiB, 1]);
      reads += 1;
    }
    await saves;
    expect(reads).toBeGreaterThan(0);
  });
});
