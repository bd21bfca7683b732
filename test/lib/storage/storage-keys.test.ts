import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inProcess } from '@/test/in-process-host';

const hostile = [
  '../../etc/passwd',
  '..\\..\\windows\\system32\\x.docx',
  '/absolute.docx',
  'C:\\x.docx',
  '....//....//x',
  '%2e%2e%2fx.docx',
  'objects/../../x',
  'a\u0000.docx',
  '~root/x',
  '.htaccess',
  '-rf',
  '$(touch x)',
  '\u202excod.exe',
];

inProcess('Names never reach the disk', (host) => {
  test('S19: hostile names through upload, rename and Save Copy As leave generated keys only in the data folder', async () => {
    const browser = await host.browser();
    const { client } = await host.opened();
    for (const name of hostile) {
      const upload = await browser.fetch(`/api/upload?name=${encodeURIComponent(name)}`, { method: 'POST', body: 'x' });
      expect([name, upload.status]).toEqual([name, 201]);
      expect((await upload.json()).name).not.toMatch(/[/\\\p{Cc}\u202e]/u);
      expect((await client.renameFile(name, null)).status).toBe(200);
      expect((await client.putRelativeFile(name, 'x')).status).toBe(200);
    }
    const root = process.env.DATA_DIR ?? '';
    const files = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
    const object = /^documents\/objects\/([0-9a-z]{2})\/\1[0-9a-z]{24}$/;
    const known = /^(lectern\.db(-wal|-shm|\.lock(-journal)?)?|secrets\.json)$/;
    expect(files.filter((file) => !object.test(file) && !known.test(file))).toEqual([]);
    expect(files.filter((file) => object.test(file)).length).toBeGreaterThan(2 * hostile.length);
  });
});
