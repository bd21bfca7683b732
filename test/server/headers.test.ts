import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltServer, type DoorName, startServer } from '@/test/built-server';

/** What the server answers to these bytes until it closes the connection. */
async function raw(server: BuiltServer, bytes: string): Promise<string> {
  const socket = connect(server.port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk.toString('latin1');
  });
  socket.on('error', () => undefined);
  socket.write(bytes);
  await once(socket, 'close');
  return answer;
}

describe.each<DoorName>(['node', 'next'])('behind the %s door', (door) => {
  let server: BuiltServer;
  beforeAll(async () => {
    server = await startServer({ door });
  });
  afterAll(() => server.stop());

  test.each(['/signin', '/documents', '/api/health', '/no-such-page'])(
    '%s has the headers of every answer',
    async (at) => {
      const { headers } = await fetch(server.url + at, { redirect: 'manual' });
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );

  test('S53 no source map of the browser’s code is served', async () => {
    const page = await (await fetch(`${server.url}/signin`)).text();
    const scripts = [...page.matchAll(/src="(\/_next\/static\/[^"]+\.js)/g)].map((match) => match[1] ?? '');
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect((await fetch(`${server.url}${script}.map`)).status).toBe(404);
  });

  test.each([
    'url=%2Ffavicon.ico&w=64&q=75',
    'url=http%3A%2F%2F169.254.169.254%2F&w=64&q=75',
    'url=%2Fapi%2Fhealth&w=64&q=75',
  ])('S39 the image optimiser never answers 200: %s', async (query) => {
    expect((await fetch(`${server.url}/_next/image?${query}`)).status).not.toBe(200);
  });

  test('health answers 200 without a session', async () => {
    const answer = await fetch(`${server.url}/api/health`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ status: 'ok' });
  });
});

describe('server.ts', () => {
  let server: BuiltServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  test('closes a connection that wants to become something else', async () => {
    expect((await fetch(`${server.url}/signin`)).status).toBe(200);
    const upgrade = 'GET /_next/hmr HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';
    expect(await raw(server, upgrade)).not.toContain('101');
  });

  test('answers 431 to endless headers and 400 to what is not HTTP, and goes on serving', async () => {
    const huge = `GET /wopi/files/a HTTP/1.1\r\nHost: localhost\r\nX-Wopi-Lock: ${'a'.repeat(40_000)}\r\n\r\n`;
    expect(await raw(server, huge)).toMatch(/^HTTP\/1\.1 431/);
    expect(await raw(server, 'NONSENSE\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/);
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
  });

  test('finds /wopi in an absolute request target, whose origin it does not believe', async () => {
    const absolute =
      'GET http://evil.example/wopi/files/abc?access_token=x HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n';
    expect(await raw(server, absolute)).toMatch(/^HTTP\/1\.1 401/);
  });

  test('sends people to its own address, whatever a client says about the host', async () => {
    const spoofed =
      'GET / HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n\r\n';
    const answer = await raw(server, spoofed);
    expect(answer).toMatch(/^HTTP\/1\.1 30\d/);
    expect(answer).not.toContain('evil.example');
  });
});
