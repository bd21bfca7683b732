import { expect, test } from 'vitest';
import { inProcess } from '@/test/in-process-host';

inProcess('Odd requests', (host) => {
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
    const disguised: [string, string][] = [
      ['X-WOPI-Override', 'LOCK'],
      ['X-WOPI-Lock', 'A'],
      ['X-HTTP-Method-Override', 'POST'],
    ];
    expect((await client.send('GET', '', disguised, null)).status).toBe(200);
    for (const method of ['PUT', 'DELETE', 'PATCH', 'HEAD']) {
      expect([method, (await client.send(method, '', disguised, null)).status]).toEqual([method, 501]);
    }
    expect((await host.row(documentId)).lockId).toBeNull();
  });

  test('garbage in ids, paths, sizes and headers never answers 5xx', async () => {
    const { client } = await host.opened();
    const token = client.options.accessToken;
    const malformed = ['%ff', '%E0%A4%A', '%zz'];
    for (const id of ['%00', '..%2f..', 'a'.repeat(300), "'--", '1', 'undefined', ...malformed]) {
      const odd = await host.client('x', { wopiSrc: `${host.url}/wopi/files/${id}`, accessToken: token });
      expect([id, (await odd.checkFileInfo()).status]).toEqual([id, 404]);
    }
    for (const below of ['/nothing', '/contents/more', '//contents']) {
      expect([below, (await client.send('GET', below, [], null)).status]).toEqual([below, 404]);
    }
    for (const size of ['-1', '1e3', 'NaN', '99999999999999999999']) {
      expect((await client.send('GET', '/contents', [['X-WOPI-MaxExpectedSize', size]], null)).status).toBe(400);
      const sized: [string, string][] = [
        ['X-WOPI-SuggestedTarget', 'a.docx'],
        ['X-WOPI-Size', size],
      ];
      expect((await client.putRelative(sized, 'x')).status).toBe(400);
    }
  });

  test('the order of the checks: token 401, proof 500, right 404, headers 400, lock 409, size', async () => {
    const { documentId, client } = await host.opened();
    const unproven = { signToken: 'another' };
    const viewing = await host.client(documentId, { ceiling: 'view' });
    await client.lock('A');
    const tooLong = 'x'.repeat(1025);
    expect((await client.lock(tooLong, { ...unproven, rawToken: 'z'.repeat(48) })).status).toBe(401);
    const foreign = await host.client(documentId, { accessToken: await host.token(await host.document()) });
    expect((await foreign.lock(tooLong, unproven)).status).toBe(500);
    expect((await foreign.lock(tooLong)).status).toBe(404);
    expect((await client.putFile('x', tooLong)).status).toBe(400);
    expect((await client.putFile('x', 'B', {}, { extraHeaders: [['X-WOPI-Size', '1']] })).status).toBe(409);
    expect((await viewing.lock('B')).status).toBe(404);
  });

  test('an error names its request and says why in ASCII, and no answer may be kept by a cache', async () => {
    const { client } = await host.opened('x', 'Über “uns”.docx');
    await client.lock('A');
    const taken = await client.putRelative([['X-WOPI-RelativeTarget', '+ANw-ber +IBw-uns+IB0-.docx']], 'x');
    expect(taken.status).toBe(409);
    expect(taken.headers['x-request-id']).toMatch(/^[0-9a-z]{20,40}$/);
    expect(taken.headers['x-wopi-servererror']).toMatch(/^[\x20-\x7e]+$/);
    const refused = await client.lock('B');
    expect(refused.headers['x-wopi-lockfailurereason']).toBe(refused.headers['x-wopi-servererror']);
    for (const answer of [taken, refused, await client.checkFileInfo(), await client.getLock()]) {
      expect(answer.headers['cache-control']).toBe('no-store');
    }
  });
});
