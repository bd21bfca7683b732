import { once } from 'node:events';
import { Agent, get, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { type BuiltServer, startServer } from '@/test/built-server';

/** A save of which the first half is on its way. Its token is unknown: the answer comes when the body has been read. */
async function halfWay(server: BuiltServer) {
  const outgoing = request(`${server.url}/wopi/files/abc/contents?access_token=unknown`, {
    method: 'POST',
    headers: { 'x-wopi-override': 'PUT', 'content-length': '2048' },
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('response', resolve);
    outgoing.once('error', reject);
  });
  answered.catch(() => undefined);
  await new Promise((resolve) => outgoing.write(Buffer.alloc(1024), resolve));
  return { outgoing, answered };
}

/** Sends the other half. @returns the status of the answer */
async function finish({ outgoing, answered }: Awaited<ReturnType<typeof halfWay>>): Promise<number | undefined> {
  outgoing.end(Buffer.alloc(1024));
  const answer = await answered;
  answer.resume();
  return answer.statusCode;
}

test('SIGTERM lets a running request finish, takes no new connection and ends with 0', async () => {
  const server = await startServer({ settings: { LOG_LEVEL: 'info' } });
  const { outgoing, answered } = await halfWay(server);
  const ended = server.stop('SIGTERM');
  await expect.poll(() => server.output()).toContain('stopping');
  await expect(fetch(`${server.url}/api/health`)).rejects.toThrow();
  expect(await finish({ outgoing, answered })).toBe(401);
  expect(await ended).toBe(0);
});

test('a request that had begun when the signal came learns that the server is not ready any more', async () => {
  const server = await startServer({ settings: { LOG_LEVEL: 'info' } });
  const socket = connect(server.port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk.toString('latin1');
  });
  await new Promise((resolve) => socket.write('GET /api/ready HTTP/1.1\r\nHost: localhost\r\n', resolve));
  // Its beginning is with the server once a later request has been answered.
  expect((await fetch(`${server.url}/api/ready`)).status).toBe(200);
  const ended = server.stop('SIGINT');
  await expect.poll(() => server.output()).toContain('stopping');
  socket.write('\r\n');
  await once(socket, 'close');
  expect(answer).toMatch(/^HTTP\/1\.1 503/);
  expect(answer).toMatch(/\r\nconnection: close\r\n/i);
  expect(await ended).toBe(0);
});

test('a connection on which nothing was ever sent is closed at once, not after the requests that run', async () => {
  const server = await startServer({ settings: { LOG_LEVEL: 'info' } });
  const running = await halfWay(server);
  const socket = connect(server.port, '127.0.0.1');
  await once(socket, 'connect');
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
  const ended = server.stop('SIGTERM');
  await once(socket, 'close');
  expect(await finish(running)).toBe(401);
  expect(await ended).toBe(0);
});

test('an idle kept-alive connection is closed at once, not after the requests that run', async () => {
  const server = await startServer({ settings: { LOG_LEVEL: 'info' } });
  const running = await halfWay(server);
  const agent = new Agent({ keepAlive: true });
  const answer = await new Promise<IncomingMessage>((resolve) => {
    get(`${server.url}/api/health`, { agent }, resolve);
  });
  const closed = once(answer.socket, 'close');
  await text(answer);
  const ended = server.stop();
  await closed;
  expect(await finish(running)).toBe(401);
  expect(await ended).toBe(0);
  agent.destroy();
});
