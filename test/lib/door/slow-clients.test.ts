import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, expect, test, vi } from 'vitest';
import { answerPlainly } from '@/lib/door/answer-plainly';
import { cutSilentBody } from '@/lib/door/cut-silent-body';
import { lingerAfterAnswer } from '@/lib/door/linger-after-answer';

let server: Server;
/** Sockets are real; the minutes are not waited for. */
function withTimeAtHand(): void {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
}
afterEach(() => {
  vi.useRealTimers();
  server.closeAllConnections();
  server.close();
});

/** A server that answers like this, and a client that has sent the head of a request with a body to come. */
async function sending(length: number, answer: RequestListener): Promise<{ client: Socket; answered: () => string }> {
  server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on TCP has an address of this shape.
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  let text = '';
  client.on('data', (chunk) => {
    text += chunk.toString('latin1');
  });
  client.on('error', () => undefined);
  client.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\n`);
  return { client, answered: () => text };
}

/** The end of a connection, however it came: a write that finds it ended is an error of no interest. */
function closedOf(client: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (client.closed) resolve();
    else client.once('close', () => resolve());
  });
}

test('a body that is refused before it is read: the answer arrives, says close, and the connection ends', async () => {
  const { client, answered } = await sending(1e10, (incoming, outgoing) => {
    lingerAfterAnswer(incoming, outgoing);
    answerPlainly(outgoing, 413, 'Too large.');
  });
  // It goes on sending as if nothing had happened: a reset would take the answer away from it.
  const closed = closedOf(client);
  const go = () => {
    while (client.writable && client.write(Buffer.alloc(16 * 1024)));
  };
  client.on('drain', go);
  go();
  await closed;
  expect(answered()).toMatch(/^HTTP\/1\.1 413 /);
  expect(answered()).toMatch(/\r\nconnection: close\r\n/i);
  expect(answered()).toMatch(/Too large\.\n$/);
});

test('a body that is given up half-way: the answer arrives all the same', async () => {
  const { client, answered } = await sending(1e10, async (incoming, outgoing) => {
    lingerAfterAnswer(incoming, outgoing);
    // As a route handler does with a form that is larger than any of ours.
    for await (const chunk of Readable.toWeb(incoming)) if (chunk) break;
    answerPlainly(outgoing, 400, 'Too much.');
  });
  const closed = closedOf(client);
  client.write(Buffer.alloc(256 * 1024));
  await closed;
  expect(answered()).toMatch(/^HTTP\/1\.1 400 /);
});

test('a client that sends nothing more after its answer is not waited for', async () => {
  const { client, answered } = await sending(1e10, (incoming, outgoing) => {
    lingerAfterAnswer(incoming, outgoing);
    answerPlainly(outgoing, 413, 'Too large.');
  });
  await closedOf(client);
  expect(answered()).toMatch(/^HTTP\/1\.1 413 /);
});

test('after a body that was read the connection stays', async () => {
  const { client, answered } = await sending(5, (incoming, outgoing) => {
    lingerAfterAnswer(incoming, outgoing);
    incoming.on('end', () => answerPlainly(outgoing, 409, 'No.')).resume();
  });
  client.write('12345');
  await expect.poll(answered).toMatch(/No\.\n$/);
  expect(answered()).not.toMatch(/connection: close/i);
  client.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n');
  await expect.poll(() => answered().match(/HTTP\/1\.1 409/g)?.length).toBe(2);
});

test('a body on which the client moves nothing for a minute is cut', async () => {
  withTimeAtHand();
  let received = '';
  const { client } = await sending(1000, (incoming, outgoing) => {
    cutSilentBody(incoming, outgoing);
    incoming.on('data', (chunk) => {
      received += chunk;
    });
  });
  client.write('some of it');
  await expect.poll(() => received).toBe('some of it');
  vi.advanceTimersByTime(50_000);
  client.write(', and more');
  await expect.poll(() => received).toBe('some of it, and more');
  vi.advanceTimersByTime(55_000);
  expect(client.closed).toBe(false);
  vi.advanceTimersByTime(20_000);
  await closedOf(client);
});

test('time in which we do not read what came does not count against the client', async () => {
  withTimeAtHand();
  let begin: (incoming: IncomingMessage) => void = () => undefined;
  const begun = new Promise<IncomingMessage>((resolve) => {
    begin = resolve;
  });
  const { client, answered } = await sending(20, (incoming, outgoing) => {
    cutSilentBody(incoming, outgoing);
    begin(incoming);
    incoming.on('end', () => outgoing.end('kept'));
  });
  client.write('0123456789');
  const incoming = await begun;
  await expect.poll(() => incoming.readableLength).toBe(10);
  vi.advanceTimersByTime(600_000);
  client.write('0123456789');
  incoming.resume();
  await expect.poll(answered).toMatch(/kept/);
});
