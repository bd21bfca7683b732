import { expect, test } from 'vitest';
import { throughBothDoors } from './host';

throughBothDoors('Odd requests', (host) => {
  test('S17: an override that is missing, unknown, in lower case or on the wrong resource answers 501; GET never changes anything', async () => {
    const { documentId, client } = await host.opened();
    for (const override of [
      'lock',
      'COBALT',
      'GET_COAUTH_LOCK',
      'PUT',
      'READ_SECURE_STORE',
      'LOCK, UNLOCK',
      '__proto__',
      'constructor',
    ]) {
      expect((await client.override(override, [['X-WOPI-Lock', 'A']])).status).toBe(501);
    }
    expect((await client.send('POST', '', [], Buffer.alloc(0))).status).toBe(501);
    expect((await client.send('POST', '/contents', [['X-WOPI-Override', 'LOCK']], Buffer.from('x'))).status).toBe(501);
    const got = await client.send(
      'GET',
      '',
      [
        ['X-WOPI-Override', 'LOCK'],
        ['X-WOPI-Lock', 'A'],
        ['X-HTTP-Method-Override', 'POST'],
      ],
      null,
    );
    expect(got.status).toBe(200);
    expect((await host.row(documentId)).lockId).toBeNull();
  });

  test('S16: lock ids that are not ASCII or come twice are refused, and strangers learn no lock', async () => {
    const { documentId, client } = await host.opened();
    expect((await client.override('LOCK', [['X-WOPI-Lock', 'sch\u00f6n']])).status).toBe(400);
    if (host.door === 'node') {
      expect(
        (
          await client.override('LOCK', [
            ['X-WOPI-Lock', 'a'],
            ['X-WOPI-Lock', 'b'],
          ])
        ).status,
      ).toBe(400);
    }
    await client.lock('secret id');
    const stranger = await host.client(documentId, { accessToken: await host.token(await host.document()) });
    const answer = await stranger.lock('A');
    expect([answer.status, answer.headers['x-wopi-lock']]).toEqual([404, undefined]);
  });

  test('garbage in ids, paths, sizes and headers never answers 5xx', async () => {
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
    for (const size of ['-1', '1e3', 'NaN', '99999999999999999999']) {
      expect((await client.send('GET', '/contents', [['X-WOPI-MaxExpectedSize', size]], null)).status).toBe(400);
      expect(
        (
          await client.putRelative(
            [
              ['X-WOPI-SuggestedTarget', 'a.docx'],
              ['X-WOPI-Size', size],
            ],
            'x',
          )
        ).status,
      ).toBe(400);
    }
  });
});
