import { expect, test } from 'vitest';
import { throughBothDoors } from './host';
import { signInOverHttp } from './sign-in-over-http';

// The rules of the host are tested in its own process. What is here are bytes that only a door sees.
throughBothDoors('Odd requests', (host) => {
  test('S01: what is no token answers 401, however it is escaped, and changes nothing', async () => {
    const { documentId, client } = await host.opened();
    const token = client.options.accessToken;
    const before = await host.row(documentId);
    for (const bad of ['', token.slice(0, -1), '%', 'a b', '\u00e4', "' OR 1=1"]) {
      const tamper = { rawToken: encodeURIComponent(bad) };
      const answers = [
        await client.checkFileInfo(tamper),
        await client.getFile(undefined, tamper),
        await client.lock('A', tamper),
        await client.putFile('x', null, {}, tamper),
      ];
      expect([bad, ...answers.map(({ status }) => status)]).toEqual([bad, 401, 401, 401, 401]);
    }
    const none = { query: null, signUrl: client.options.wopiSrc };
    expect((await client.send('GET', '', [], null, none)).status).toBe(401);
    expect(await host.row(documentId)).toEqual(before);
  });

  test('S16: lock ids that are not ASCII or come twice are refused', async () => {
    const { client } = await host.opened();
    expect((await client.override('LOCK', [['X-WOPI-Lock', 'sch\u00f6n']])).status).toBe(400);
    // Next joins what came twice, and a comma may stand in a lock id.
    const twice: [string, string][] = [
      ['X-WOPI-Lock', 'a'],
      ['X-WOPI-Lock', 'b'],
    ];
    if (host.door === 'node') expect((await client.override('LOCK', twice)).status).toBe(400);
  });

  test('garbage in ids and paths never answers 5xx', async () => {
    const { client } = await host.opened();
    const token = client.options.accessToken;
    // Escapes that are none never reach a Next route handler: Next itself answers them with 500.
    const malformed = host.door === 'node' ? ['%ff', '%E0%A4%A', '%zz'] : [];
    for (const id of ['%00', '..%2f..', 'a'.repeat(300), "'--", '1', 'undefined', ...malformed]) {
      const odd = await host.client('x', { wopiSrc: `${host.url}/wopi/files/${id}`, accessToken: token });
      expect([400, 401, 404]).toContain((await odd.checkFileInfo()).status);
    }
    for (const below of ['/nothing', '/contents/more', '//contents']) {
      expect([308, 400, 401, 404, 405]).toContain((await client.send('GET', below, [], null)).status);
    }
    for (const path of ['/wopibootstrapper', '/wopi/folders/abc', '/wopi/folders/abc/children', '/wopi', '/wopi/x/y']) {
      expect([path, (await host.fetch(path)).status]).toEqual([path, 404]);
    }
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
        const answer = await host.fetch(route, { headers: session, redirect: 'manual' });
        expect([route, answer.status < 500]).toEqual([route, true]);
      }
    }
  });

  test('GetFile answers Range with the whole file', async () => {
    const { client } = await host.opened('0123456789');
    const answer = await client.getFile(undefined, { extraHeaders: [['Range', 'bytes=2-4']] });
    expect([answer.status, answer.body.toString()]).toEqual([200, '0123456789']);
    if (host.door === 'node') expect(answer.headers['content-length']).toBe('10');
  });

  test('C7: token, Authorization, a lock id of 1,024 characters and two proofs fit into the headers', async () => {
    const documentId = await host.document();
    const client = await host.client(documentId, { dialect: 'microsoft' });
    expect((await client.lock('x'.repeat(1024))).status).toBe(200);
  });

  test('S09: Host and forwarded headers decide nothing: proofs hold, and no answer names another host', async () => {
    const { client } = await host.opened();
    const forged: [string, string][] = [
      ['X-Forwarded-Host', 'evil.example'],
      ['X-Forwarded-Proto', 'https'],
      ['X-Forwarded-For', '203.0.113.9'],
    ];
    const answer = await client.checkFileInfo({ host: 'evil.example', extraHeaders: forged });
    expect(answer.status).toBe(200);
    const copy = await client.putRelativeFile('a.docx', 'x', [], { host: 'evil.example', extraHeaders: forged });
    expect(answer.body.toString() + copy.body.toString() + JSON.stringify(copy.headers)).not.toContain('evil');
  });

  test('C9 S15: no token that was issued is in what the server prints', async () => {
    const { documentId, client } = await host.opened();
    await client.checkFileInfo();
    await client.putFile('x', 'wrong');
    await client.checkFileInfo({ rawToken: 'q'.repeat(48) });
    const log = host.output();
    expect(log).toContain(documentId);
    expect(log).not.toContain(client.options.accessToken);
    expect(log).not.toContain('q'.repeat(48));
  });
});

throughBothDoors(
  'Networks',
  (host) => {
    test('S10: an address outside WOPI_ALLOWED_CIDRS is refused whatever X-Forwarded-For says', async () => {
      const { client } = await host.opened();
      const answer = await client.checkFileInfo({ extraHeaders: [['X-Forwarded-For', '192.0.2.7']] });
      expect(answer.status).toBe(403);
    });
  },
  { WOPI_ALLOWED_CIDRS: '192.0.2.0/24' },
);
