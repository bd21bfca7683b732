import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { throughBothDoors } from './host';
import { signInOverHttp } from './sign-in-over-http';

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

throughBothDoors('Names never reach the disk', (host) => {
  test('S19: hostile names through upload, rename and Save Copy As leave generated keys only in the data folder', async () => {
    const session = await signInOverHttp(host.url, host.anna.email, 'correct horse battery');
    const { client } = await host.opened();
    for (const name of hostile) {
      const upload = await fetch(`${host.url}/api/upload?name=${encodeURIComponent(name)}`, {
        method: 'POST',
        headers: session,
        body: 'x',
      });
      expect([name, upload.status]).toEqual([name, 201]);
      expect((await upload.json()).name).not.toMatch(/[/\\\p{Cc}\u202e]/u);
      expect((await client.renameFile(name, null)).status).toBe(200);
      expect((await client.putRelativeFile(name, 'x')).status).toBe(200);
    }
    const root = process.env.DATA_DIR ?? '';
    const files = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
    const known =
      /^(documents\/objects\/([0-9a-z]{2})\/\2[0-9a-z]{24}|lectern\.db(-wal|-shm|\.lock(-journal)?)?|secrets\.json)$/;
    expect(files.filter((file) => !known.test(file))).toEqual([]);
  });

  test('S47: objects, arrays, NUL and very long strings in ids and queries never answer 5xx', async () => {
    const session = await signInOverHttp(host.url, host.anna.email, 'correct horse battery');
    for (const odd of ['%00', '{"not":"x"}', '[]', 'x'.repeat(2000), "' OR ''='", 'undefined', 'null']) {
      const id = odd.startsWith('%') ? odd : encodeURIComponent(odd);
      for (const route of [
        `/api/documents/${id}/content`,
        `/api/documents/${id}/copies?since=${id}`,
        `/api/recovery/${id}/content`,
        `/edit/${id}`,
      ]) {
        const answer = await fetch(host.url + route, { headers: session, redirect: 'manual' });
        expect([route, answer.status < 500]).toEqual([route, true]);
      }
    }
  });
});
