import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answerPlainly } from '@/lib/door/answer-plainly';
import { boundPipeline } from '@/lib/door/bound-pipeline';
import { cutSilentBody } from '@/lib/door/cut-silent-body';
import { lingerAfterAnswer } from '@/lib/door/linger-after-answer';

let server: Server;
/** The server's end of the connection. */
let ours: Socket;

beforeEach(() => {
  // What is set and not taken away again is counted; nothing here waits for a clock.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  server.closeAllConnections();
  server.close();
});

/** A connection to a server that treats each request with a body as the door does, and then answers like this. */
async function connected(answer: RequestListener): Promise<{ client: Socket; answered: () => string }> {
  server = createServer(
    boundPipeline((incoming, outgoing) => {
      lingerAfterAnswer(incoming, outgoing);
      cutSilentBody(incoming, outgoing);
      answer(incoming, outgoing);
    }),
  );
  server.once('connection', (socket) => {
    ours = socket;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on TCP has an address of this shape.
  const { port } = server.address() as AddressInfo;
  // It keeps its half open when ours has ended, as one that goes on sending.
  const client = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  let text = '';
  client.on('data', (chunk) => {
    text += chunk.toString('latin1');
  });
  client.on('error', () => undefined);
  return { client, answered: () => text };
}

/** The end of a connection, however it came. */
function closedOf(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.closed) resolve();
    else socket.once('close', () => resolve());
  });
}

/** How many listen to each event of the socket. */
function listeners(socket: Socket): Record<string, number> {
  return Object.fromEntries(socket.eventNames().map((name) => [String(name), socket.listenerCount(name)]));
}

const post = (length: number) => `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\n`;
const count = (text: string, status: number) => text.split(`HTTP/1.1 ${status} `).length - 1;

/** Sends this so often, one after the other's answer. @returns how many listen to the server's socket then */
async function repeat(
  { client, answered }: Awaited<ReturnType<typeof connected>>,
  times: number,
  bytes: string,
  status: number,
): Promise<Record<string, number>> {
  for (let n = 0; n < times; n += 1) {
    const before = count(answered(), status);
    client.write(bytes);
    while (count(answered(), status) === before) await once(client, 'data');
  }
  return listeners(ours);
}

const answers: Record<string, { status: number; answer: RequestListener }> = {
  'that was read': {
    status: 200,
    answer: (incoming, outgoing) => incoming.on('end', () => outgoing.end('ok')).resume(),
  },
  'that was read and refused': {
    status: 409,
    answer: (incoming, outgoing) => incoming.on('end', () => answerPlainly(outgoing, 409, 'No.')).resume(),
  },
  'that nobody wanted': { status: 200, answer: (_incoming, outgoing) => outgoing.end('ok') },
};

describe('a request on a connection that stays leaves nothing behind', () => {
  test.each(Object.entries(answers))('after a body %s', async (_name, { status, answer }) => {
    const connection = await connected(answer);
    const afterOne = await repeat(connection, 1, `${post(1)}x`, status);
    expect(await repeat(connection, 100, `${post(1)}x`, status)).toEqual(afterOne);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('what looks after its body goes with the body, however late its answer is', async () => {
    let isRead = false;
    let answer = () => undefined as unknown;
    const connection = await connected((incoming, outgoing) => {
      answer = () => outgoing.end('ok');
      incoming.once('close', () => {
        isRead = true;
      });
      incoming.resume();
    });
    connection.client.write(`${post(2)}x`);
    await expect.poll(() => vi.getTimerCount()).toBe(1);
    connection.client.write('x');
    await expect.poll(() => isRead).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
    answer();
    await expect.poll(connection.answered).toMatch(/ok$/);
  });
});

describe('a connection that ends leaves nothing behind', () => {
  test.each([401, 413])('when its body was refused with %i before it was read', async (status) => {
    const { client, answered } = await connected((_incoming, outgoing) => answerPlainly(outgoing, status, 'No.'));
    client.write(`${post(1e9)}x`);
    await expect.poll(() => count(answered(), status)).toBe(1);
    // What lingers is a look every 50 ms, for two seconds.
    expect(vi.getTimerCount()).toBe(1);
    const closed = closedOf(ours);
    vi.advanceTimersByTime(3_000);
    await closed;
    expect(vi.getTimerCount()).toBe(0);
  });

  test('when its end is asked for more than once while it lingers', async () => {
    const { client, answered } = await connected((_incoming, outgoing) => answerPlainly(outgoing, 413, 'No.'));
    client.write(`${post(1e9)}x`);
    await expect.poll(() => count(answered(), 413)).toBe(1);
    const before = listeners(ours);
    ours.destroySoon();
    expect([vi.getTimerCount(), listeners(ours)]).toEqual([1, before]);
  });

  test('when the client hangs up in the middle of a body', async () => {
    let taken: IncomingMessage | null = null;
    const { client } = await connected((incoming) => {
      taken = incoming;
      incoming.on('error', () => undefined).resume();
    });
    client.write(`${post(1000)}some`);
    await expect.poll(() => taken).not.toBeNull();
    expect(vi.getTimerCount()).toBe(1);
    const closed = closedOf(ours);
    client.destroy();
    await closed;
    await expect.poll(() => vi.getTimerCount()).toBe(0);
  });

  test('when a body was answered in the middle, is not read on, and the client hangs up', async () => {
    const { client, answered } = await connected((incoming, outgoing) => {
      incoming.once('data', () => {
        incoming.pause();
        outgoing.end('ok');
      });
    });
    client.write(`${post(1000)}some`);
    await expect.poll(() => count(answered(), 200)).toBe(1);
    const closed = closedOf(ours);
    client.destroy();
    await closed;
    expect(vi.getTimerCount()).toBe(0);
  });

  test('when a body on which nothing moved was cut', async () => {
    let received = '';
    const { client } = await connected((incoming) => {
      incoming.on('error', () => undefined);
      incoming.on('data', (chunk) => {
        received += chunk;
      });
    });
    client.write(`${post(1000)}some`);
    await expect.poll(() => received).toBe('some');
    const closed = closedOf(ours);
    vi.advanceTimersByTime(80_000);
    await closed;
    await expect.poll(() => vi.getTimerCount()).toBe(0);
  });
});
