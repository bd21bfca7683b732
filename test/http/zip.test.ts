import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { createDocument } from '@/lib/documents/create-document';
import { createFolder } from '@/lib/folders/create-folder';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { bodyOf } from '@/test/streams';
import { type BuiltHost, throughBothDoors } from './host';
import { signInOverHttp } from './sign-in-over-http';

const MiB = 1024 * 1024;

function memory(pid: number, what: 'VmHWM' | 'VmRSS'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`${what}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024;
}

/** The stored objects that the server holds open. */
function openObjects(host: BuiltHost): string[] {
  const folder = `/proc/${host.server.pid}/fd`;
  return readdirSync(folder).flatMap((name) => {
    try {
      const target = readlinkSync(path.join(folder, name));
      return target.includes('/objects/') ? [target] : [];
    } catch {
      return [];
    }
  });
}

/** Asks the server until it holds no stored object open, however often the event loop has to turn for that. */
async function untilClosed(host: BuiltHost): Promise<void> {
  for (let n = 0; n < 1000 && openObjects(host).length > 0; n += 1) await fetch(`${host.url}/api/health`);
  expect(openObjects(host)).toEqual([]);
}

async function makeFolder(host: BuiltHost, name: string, parentId?: string): Promise<string> {
  const parent = parentId ?? (await ownRootFolder(host.anna)).id;
  return (await createFolder(host.anna, { parentId: parent, name, mode: 'suggested' })).id;
}

const put = async (host: BuiltHost, folderId: string, name: string, content: string | Uint8Array) =>
  (await createDocument(host.anna, { folderId, name, body: bodyOf(content), origin: 'upload' })).id;

const signIn = (host: BuiltHost) => signInOverHttp(host.url, host.anna.email, 'correct horse battery');

throughBothDoors('A zip', (host) => {
  test('with a document of 60 MiB comes whole with less than 50 MiB more memory', async () => {
    const session = await signIn(host);
    const block = randomBytes(60 * MiB);
    const documentId = await host.document(block, 'Large.bin');
    const url = `${host.url}/api/zip?item=document:${documentId}`;
    // What the server needs for any zip at all is not the question.
    const small = `${host.url}/api/zip?item=document:${await host.document()}`;
    for (let n = 0; n < 10; n += 1) await (await fetch(small, { headers: session })).text();
    const before = memory(host.server.pid, 'VmRSS');
    const bytes = new Uint8Array(await (await fetch(url, { headers: session })).arrayBuffer());
    expect(Buffer.compare(unzipSync(bytes)['Large.bin'] ?? new Uint8Array(), block)).toBe(0);
    const more = memory(host.server.pid, 'VmHWM') - before;
    // biome-ignore lint/suspicious/noConsole: the figure is what people want to see
    console.log(
      `${host.door} door: a zip of 60 MiB; ${Math.round(before)} MiB before, ${Math.round(more)} more at the peak`,
    );
    expect(more).toBeLessThan(50);
    await untilClosed(host);
  });

  test('that is given up in the middle, or only asked about, leaves no file open', async () => {
    const session = await signIn(host);
    const folderId = await makeFolder(host, 'Given up');
    for (const name of ['a.bin', 'b.bin']) await put(host, folderId, name, randomBytes(20 * MiB));
    const url = `${host.url}/api/zip?item=folder:${folderId}`;
    const aborting = new AbortController();
    const answer = await fetch(url, { headers: session, signal: aborting.signal });
    const reader = answer.body?.getReader();
    await reader?.read();
    await reader?.read();
    expect(openObjects(host).length).toBe(1);
    aborting.abort();
    await untilClosed(host);
    expect((await fetch(url, { method: 'HEAD', headers: session })).status).toBe(200);
    await untilClosed(host);
    expect(host.output()).not.toContain('unhandled');
  });

  test('breaks off when a document in it vanishes or is cut short, and never looks whole', async () => {
    const session = await signIn(host);
    const folderId = await makeFolder(host, 'Broken');
    await put(host, folderId, 'a.txt', 'fine');
    const lost = await put(host, folderId, 'b.txt', 'lost');
    await put(host, folderId, 'c.txt', 'fine too');
    const key = (await host.row(lost)).storageKey;
    rmSync(path.join(host.server.dataDir, 'documents', 'objects', key.slice(0, 2), key), { force: true });
    const { status, isWhole, bytes } = await download(`${host.url}/api/zip?item=folder:${folderId}`, session);
    expect(status).toBe(200);
    expect(isWhole).toBe(false);
    expect(() => unzipSync(bytes)).toThrow();
    await untilClosed(host);
    expect(host.output()).not.toContain('unhandled');
  });
});

/** A download as a browser takes it: whole only when the server said so. */
function download(url: string, headers: Record<string, string>) {
  return new Promise<{ status: number; isWhole: boolean; bytes: Uint8Array }>((resolve, reject) => {
    const request = http.get(url, { headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', () => undefined);
      answer.on('close', () =>
        resolve({ status: answer.statusCode ?? 0, isWhole: answer.complete, bytes: Buffer.concat(chunks) }),
      );
    });
    request.on('error', reject);
  });
}
