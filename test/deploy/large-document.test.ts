import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { type BuiltHost, throughBothDoors } from '../http/host';
import { signInOverHttp } from '../http/sign-in-over-http';

const MiB = 1024 * 1024;
const size = 300 * MiB;

/** 300 MiB that are not the same block again and again, made on the way; the hash is that of the whole. */
function bytes() {
  const block = randomBytes(MiB);
  const hash = createHash('sha256');
  const stream = Readable.from(
    (function* () {
      for (let n = 0; n < 300; n += 1) {
        block.writeUInt32BE(n, 0);
        const chunk = Buffer.from(block);
        hash.update(chunk);
        yield chunk;
      }
    })(),
  );
  return { stream, digest: () => hash.digest('hex') };
}

function send(
  url: string,
  method: string,
  headers: Record<string, string | number>,
  body: Readable | null,
): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method, headers, agent: false });
    request.on('response', resolve);
    request.on('error', reject);
    if (body) body.pipe(request);
    else request.end();
  });
}

async function hashOf(message: http.IncomingMessage): Promise<{ status: number; sha256: string; length: number }> {
  const hash = createHash('sha256');
  let length = 0;
  for await (const chunk of message) {
    hash.update(chunk);
    length += chunk.length;
  }
  return { status: message.statusCode ?? 0, sha256: hash.digest('hex'), length };
}

function memory(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}

function resident(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}

function signed(host: BuiltHost, url: string): Record<string, string> {
  const ticks = BigInt(Date.now()) * 10_000n + 621_355_968_000_000_000n;
  const accessToken = new URL(url).searchParams.get('access_token') ?? '';
  return {
    'X-WOPI-Proof': host.documentServer.signer.sign({ accessToken, url, ticks }),
    'X-WOPI-TimeStamp': String(ticks),
  };
}

throughBothDoors('A document of 300 MiB', (host) => {
  test('goes up, is opened, saved and downloaded with less than 100 MiB more memory, byte for byte', {
    timeout: 240_000,
  }, async () => {
    const session = await signInOverHttp(host.url, host.anna.email, 'correct horse battery');
    const { pid } = host.server;
    const before = resident(pid);

    const first = bytes();
    const uploaded = await send(
      `${host.url}/api/upload?name=Large.bin`,
      'POST',
      { ...session, 'Content-Length': size },
      first.stream,
    );
    expect(uploaded.statusCode).toBe(201);
    const { id } = JSON.parse((await uploaded.toArray()).join(''));
    const firstHash = first.digest();

    const token = await host.token(id);
    const contents = `${host.wopiSrc(id)}/contents?access_token=${token}`;
    const opened = await hashOf(await send(contents, 'GET', signed(host, contents), null));
    expect(opened).toEqual({ status: 200, sha256: firstHash, length: size });

    await (await host.client(id, { accessToken: token })).lock('A');
    const second = bytes();
    const headers = { ...signed(host, contents), 'X-WOPI-Override': 'PUT', 'X-WOPI-Lock': 'A', 'Content-Length': size };
    const saved = await send(contents, 'POST', headers, second.stream);
    saved.resume();
    expect(saved.statusCode).toBe(200);

    const downloaded = await hashOf(await send(`${host.url}/api/documents/${id}/content`, 'GET', session, null));
    expect(downloaded).toEqual({ status: 200, sha256: second.digest(), length: size });
    const more = memory(pid) - before;
    // biome-ignore lint/suspicious/noConsole: the figure is what people want to see
    console.log(
      `${host.door} door: 300 MiB up, opened, saved, downloaded; ${Math.round(before)} MiB before, ${Math.round(more)} MiB more at the peak`,
    );
    expect(more).toBeLessThan(100);
  });
});
