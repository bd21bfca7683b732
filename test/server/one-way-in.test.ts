import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { themeScript } from '@/lib/shared/theme-script';
import { type BuiltServer, startServer } from '@/test/built-server';

let server: BuiltServer;
beforeAll(async () => {
  server = await startServer({ settings: { MAX_DOCUMENT_BYTES: '100000', TRUSTED_PROXIES: '127.0.0.0/8' } });
});
afterAll(() => server.stop());

/** What the server answers to these bytes until it closes the connection, which it is asked for. */
async function raw(target: string, more = '', method = 'GET', body = ''): Promise<string> {
  const socket = connect(server.port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk.toString('latin1');
  });
  socket.on('error', () => undefined);
  socket.write(`${method} ${target} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n${more}\r\n${body}`);
  await once(socket, 'close');
  return answer;
}

describe('S09: /wopi has one way in', () => {
  test.each([
    '/./wopi/files/abc?access_token=secret',
    '/%2e/wopi/files/abc?access_token=secret',
    '/x/../wopi/files/abc?access_token=secret',
    '/x/%2E%2e/wopi/files/abc',
    '//wopi/files/abc',
    '/%77opi/files/abc',
    '/wopi//files/abc',
    'http://evil.example/./wopi/files/abc',
    '/%ff',
    '/documents/%zz?access_token=secret',
  ])('%s is 400 with the headers of every answer, and its query is not logged', async (target) => {
    const answer = await raw(target, 'X-Forwarded-For: 203.0.113.9\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toMatch(/\r\nX-Content-Type-Options: nosniff\r\n/i);
    expect(answer).toMatch(/\r\ncontent-security-policy: default-src 'none'/i);
    expect(answer).not.toMatch(/evil|wopi|secret/);
    expect(server.output()).not.toContain('secret');
  });

  test.each(['TRACE', 'CONNECTED', 'PROPFIND'])(
    'the method %s is 405 or no HTTP, and gives nothing back',
    async (method) => {
      const answer = await raw('/documents?q=secret', 'X-Echo: secret\r\n', method);
      expect(answer).toMatch(/^HTTP\/1\.1 40[05] /);
      expect(answer).not.toContain('secret');
    },
  );

  test('* is 400, and the credentials’ address is a plain 405 to GET', async () => {
    expect(await raw('*', '', 'OPTIONS')).toMatch(/^HTTP\/1\.1 400 /);
    const answer = await fetch(`${server.url}/api/auth/callback/credentials?email=a&password=secret`);
    expect([answer.status, await answer.text()]).toEqual([405, expect.not.stringContaining('secret')]);
    expect(server.output()).not.toContain('secret');
  });

  test.each(['/', '/documents/', '/folders', 'http://evil.example/', 'http://evil.example/documents', '/edit/abc/'])(
    'no Location names a foreign host: %s',
    async (target) => {
      const answer = await raw(target, 'X-Forwarded-Host: evil.example\r\n');
      expect(answer).toMatch(/^HTTP\/1\.1 [234]/);
      expect(answer.split('\r\n\r\n', 1)[0]).not.toContain('evil');
    },
  );
});

describe('S23: bodies of strangers', () => {
  test('one of more than 64 kB needs a session, wherever it goes', async () => {
    for (const path of ['/signin', '/documents', '/api/upload?name=a.txt', '/api/zip']) {
      const answer = await raw(path, 'Content-Length: 70000\r\n', 'POST', 'x');
      expect(answer).toMatch(/^HTTP\/1\.1 401 /);
      expect(answer).toMatch(/\r\nconnection: close\r\n/i);
    }
    expect(await raw('/documents', 'Transfer-Encoding: chunked\r\n', 'POST', '1\r\nx\r\n')).toMatch(/^HTTP\/1\.1 401 /);
  });

  test('on /wopi it is refused for its token, before it is read', async () => {
    const target = `/wopi/files/abc/contents?access_token=${'z'.repeat(48)}`;
    const headers = 'X-WOPI-Override: PUT\r\nContent-Length: 10000000000\r\n';
    expect(await raw(target, headers, 'POST', 'x')).toMatch(/^HTTP\/1\.1 401 /);
  });
});

test('a page that is not there carries a policy in which nothing runs but the line that chooses its colours', async () => {
  const answer = await fetch(`${server.url}/no-such-page`);
  expect(answer.status).toBe(404);
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  const hash = createHash('sha256').update(themeScript).digest('base64');
  expect(/script-src ([^;]*)/.exec(policy)?.[1]).toBe(`'sha256-${hash}'`);
});
