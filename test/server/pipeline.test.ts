import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltServer, type DoorName, startServer } from '@/test/built-server';

const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`;

/** A connection, and how many answers came on it. */
function connected(server: BuiltServer): { client: Socket; answers: () => string[]; closed: Promise<void> } {
  const client = connect(server.port, '127.0.0.1');
  let text = '';
  client.on('data', (chunk) => {
    text += chunk.toString('latin1');
  });
  client.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => client.once('close', () => resolve()));
  return { client, answers: () => text.match(/HTTP\/1\.1 \d{3}/g) ?? [], closed };
}

describe.each<DoorName>(['node', 'next'])('pipelines at the %s door', (door) => {
  let server: BuiltServer;
  beforeAll(async () => {
    server = await startServer({ door });
  });
  afterAll(() => server.stop());

  test('a client that asks for 2,000 pages at once is cut, and others are served', async () => {
    const { client, answers, closed } = connected(server);
    client.write(get('/signin').repeat(2_000));
    await closed;
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
    expect(answers().length).toBeLessThanOrEqual(8);
  });

  test('a client that asks for four things at once gets four answers in their order', async () => {
    const { client, answers } = connected(server);
    client.write(['/api/health', '/no-such-page', '/signin', '/no-such-page'].map(get).join(''));
    await expect.poll(answers, { timeout: 30_000 }).toHaveLength(4);
    expect(answers().map((line) => Number(line.slice(-3)))).toEqual([200, 404, 200, 404]);
    client.destroy();
  });
});

describe('the node door', () => {
  let server: BuiltServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  test('the thousandth answer on a connection says that it is the last, and who goes on is not served', async () => {
    const { client } = connected(server);
    // Nothing is to wait for more to send it with.
    client.setNoDelay(true);
    let answer = '';
    client.on('data', (chunk) => {
      answer += chunk.toString('latin1');
    });
    const answers: string[] = [];
    for (let n = 1; n <= 1_001; n += 1) {
      answer = '';
      client.write('POST /wopi/x HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx');
      while (!answer.endsWith('\r\n0\r\n\r\n')) await new Promise((resolve) => client.once('data', resolve));
      answers.push(answer);
    }
    client.destroy();
    expect(answers.findIndex((text) => /\r\nconnection: close\r\n/i.test(text))).toBe(999);
    expect(answers.findIndex((text) => !text.startsWith('HTTP/1.1 404 '))).toBe(1_000);
    expect(answers[1_000]).toMatch(/^HTTP\/1\.1 503 /);
  });
});
