import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { answerPlainly } from '@/lib/door/answer-plainly';
import { boundNextServer } from '@/lib/door/bound-next-server';
import { boundPipeline } from '@/lib/door/bound-pipeline';
import { lingerAfterAnswer } from '@/lib/door/linger-after-answer';

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

type Begun = { url: string; incoming: IncomingMessage; outgoing: ServerResponse };

/** A client of a server that works its requests off in this way, and which of them it has begun. */
async function connected(
  work: RequestListener,
  allowHalfOpen = false,
): Promise<{ client: Socket; answered: () => string; begun: Begun[] }> {
  const begun: Begun[] = [];
  server = createServer(
    boundPipeline((incoming, outgoing) => {
      begun.push({ url: incoming.url ?? '', incoming, outgoing });
      return work(incoming, outgoing);
    }),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on TCP has an address of this shape.
  const { port } = server.address() as AddressInfo;
  const client = connect({ port, host: '127.0.0.1', allowHalfOpen });
  let text = '';
  client.on('data', (chunk) => {
    text += chunk.toString('latin1');
  });
  client.on('error', () => undefined);
  return { client, answered: () => text, begun };
}

/** The end of a connection, however it came. */
function closedOf(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.closed) resolve();
    else socket.once('close', () => resolve());
  });
}

const get = (url: string) => `GET ${url} HTTP/1.1\r\nHost: x\r\n\r\n`;
const post = (url: string, body: string) =>
  `POST ${url} HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
const bodiesOf = (answers: string) => [...answers.matchAll(/<(.*?)>/g)].map((match) => match[1]);
const echo: RequestListener = (incoming, outgoing) => void outgoing.end(`<${incoming.url}>`);

test('of 2,000 requests that a client sends at once one is begun, and the connection is cut', async () => {
  const { client, begun } = await connected(() => undefined);
  const closed = closedOf(client);
  client.write(get('/signin').repeat(2_000));
  await closed;
  expect(begun).toHaveLength(1);
});

test('a request begins when the one before it has been answered, and all answers come in order', async () => {
  const { client, answered, begun } = await connected(() => undefined);
  client.write(['/1', '/2', '/3', '/4'].map(get).join(''));
  for (let n = 1; n <= 4; n += 1) {
    await expect.poll(() => begun.length).toBe(n);
    // Those behind are with the server: the first of them came in one packet with this one.
    begun[n - 1]?.outgoing.end(`<${begun[n - 1]?.url}>`);
    await expect.poll(() => bodiesOf(answered()).length).toBe(n);
  }
  expect(bodiesOf(answered())).toEqual(['/1', '/2', '/3', '/4']);
});

test('bodies in a pipeline arrive whole, each with its own request', async () => {
  const { client, answered } = await connected(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    outgoing.end(`<${incoming.url} ${body.length} ${new Set(body).size}>`);
  });
  // More than a socket and a stream hold: the second is not read before its turn.
  const long = 1024 * 1024;
  client.write(post('/1', 'a'.repeat(long)) + post('/2', 'b'.repeat(long)) + get('/3'));
  await expect.poll(() => bodiesOf(answered())).toEqual([`/1 ${long} 1`, `/2 ${long} 1`, '/3 0 0']);
});

test('a client that waits for each answer may ask as often as it likes', async () => {
  const { client, answered } = await connected(echo);
  for (let n = 0; n < 100; n += 1) {
    client.write(get(`/${n}`));
    await expect.poll(() => bodiesOf(answered()).length, { interval: 1 }).toBe(n + 1);
  }
  expect(client.closed).toBe(false);
});

test('what waited when the client hung up is not begun', async () => {
  const { client, begun } = await connected((incoming) => void incoming.resume());
  client.write(['/1', '/2', '/3'].map(get).join(''));
  await expect.poll(() => begun.length).toBe(1);
  const [first] = begun;
  client.destroy();
  await expect.poll(() => first?.outgoing.closed).toBe(true);
  // It goes on, as a save does, and its answer reaches nobody.
  first?.outgoing.end('late');
  await new Promise((resolve) => setImmediate(resolve));
  expect(begun).toHaveLength(1);
});

test('what stands behind an answer that closes the connection is not begun', async () => {
  const { client, answered, begun } = await connected((incoming, outgoing) => {
    outgoing.setHeader('connection', 'close');
    outgoing.end(`<${incoming.url}>`);
  });
  const closed = closedOf(client);
  client.write(['/1', '/2', '/3'].map(get).join(''));
  await closed;
  expect(bodiesOf(answered())).toEqual(['/1']);
  expect(begun).toHaveLength(1);
});

test('what comes after an answer that closes the connection is not begun either', async () => {
  const { client, answered, begun } = await connected((incoming, outgoing) => {
    lingerAfterAnswer(incoming, outgoing);
    answerPlainly(outgoing, 413, 'Too large.');
  }, true);
  client.write('POST /1 HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nso');
  await expect.poll(answered).toMatch(/Too large/);
  const closed = closedOf(client);
  client.end(`me${get('/2')}`);
  await closed;
  expect(begun.map(({ url }) => url)).toEqual(['/1']);
});

test('the server of somebody else is bound from its first request on', async () => {
  boundNextServer();
  const begun: string[] = [];
  server = createServer((incoming) => begun.push(incoming.url ?? ''));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.on('error', () => undefined);
  const closed = closedOf(client);
  client.write(get('/1').repeat(20));
  await closed;
  expect(begun).toEqual(['/1']);
});
