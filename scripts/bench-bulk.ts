// Measures the production build on SQLite while much is done at once: the longest gap of its event loop, and how long
// a PutFile beside it takes. Prints a table. usage: npm run bench:bulk   (after npm run build)
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { closeDatabase } from '@/lib/db/close-database';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { createDocument } from '@/lib/documents/create-document';
import { createFolder } from '@/lib/folders/create-folder';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { issueToken } from '@/lib/tokens/issue-token';
import type { Actor } from '@/lib/users/actor';
import { createUser } from '@/lib/users/create-user';
import { newDataDir, removeDataDir, startServer } from '@/test/built-server';
import { signInOverHttp } from '@/test/http/sign-in-over-http';
import { bodyOf } from '@/test/streams';

const count = 2000;
const person = { email: 'bench@example.com', name: 'Bench', password: 'only for this run 42' };
const root = path.resolve(import.meta.dirname, '..');

process.env.DATA_DIR = newDataDir();
process.env.DATABASE_URL = '';
process.env.LOG_LEVEL = 'silent';

/** What the measured verbs are about, made before the server starts. */
async function fill() {
  await prepareDatabase({ guard: false });
  const { id } = await createUser('operator', person);
  const anna: Actor = {
    ...{ userId: id, name: person.name, email: person.email, isAdmin: false, locale: null },
    ...{ ceiling: 'edit', address: null, sessionId: null },
  };
  const { id: rootId } = await ownRootFolder(anna);
  const full = await createFolder(anna, { parentId: rootId, name: 'Full', mode: 'specific' });
  const make = (folderId: string, name: string, text: string) =>
    createDocument(anna, { folderId, name, body: bodyOf(text), origin: 'upload' });
  for (let n = 0; n < count; n += 20) {
    await Promise.all(Array.from({ length: 20 }, (_, m) => make(full.id, `Report ${n + m}.docx`, `words ${n + m}`)));
  }
  const edited = await make(rootId, 'Edited.docx', 'first words');
  const { token } = await issueToken(anna, { documentId: edited.id, ceiling: 'edit', client: 'document-server' });
  await closeDatabase();
  return { rootId, fullId: full.id, editedId: edited.id, token };
}

const actions = z
  .object({ node: z.record(z.string(), z.object({ exportedName: z.string() })) })
  .transform(({ node }) => new Map(Object.entries(node).map(([id, { exportedName }]) => [exportedName, id])))
  .parse(JSON.parse(readFileSync(path.join(root, '.next/server/server-reference-manifest.json'), 'utf8')));

const filled = await fill();
const server = await startServer({
  dataDir: process.env.DATA_DIR,
  settings: {
    LOG_LEVEL: 'warn',
    DATABASE_URL: '',
    NODE_OPTIONS: `--import ${pathToFileURL(path.join(root, 'scripts/measure-loop.mjs')).href}`,
  },
});
const headers = await signInOverHttp(server.url, person.email, person.password);
const src = `${server.url}/wopi/files/${filled.editedId}`;
const query = `?access_token=${filled.token}`;
const wopi = (address: string, override: string, body?: Uint8Array<ArrayBuffer>) =>
  fetch(address + query, {
    method: 'POST',
    headers: { 'X-WOPI-Override': override, 'X-WOPI-Lock': 'bench' },
    ...(body ? { body } : {}),
  });

/** Calls a server action as a page does. */
async function act(name: string, input: unknown): Promise<string> {
  const answer = await fetch(`${server.url}/folders/${filled.fullId}`, {
    method: 'POST',
    headers: { ...headers, 'next-action': actions.get(name) ?? '', 'content-type': 'text/plain;charset=UTF-8' },
    body: JSON.stringify([input]),
  });
  const text = await answer.text();
  if (!answer.ok || !text.includes('"ok":true')) throw new Error(`${name}: ${answer.status} ${text.slice(0, 300)}`);
  return text;
}

/** Asks for more until the work is done, as a page does. @returns how many items it was about */
async function seeThrough(begun: string): Promise<number> {
  const jobId = /"jobId":"(\w+)"/.exec(begun)?.[1] ?? '';
  for (;;) {
    const answer = await fetch(`${server.url}/api/jobs/${jobId}`, { method: 'POST', headers });
    const work = z
      .object({ isFinished: z.boolean(), done: z.number(), refused: z.number() })
      .parse(await answer.json());
    if (work.isFinished) return work.done - work.refused;
  }
}

const figures = z.object({ longest: z.number(), p99: z.number(), work: z.number() });

async function loopGap(): Promise<z.infer<typeof figures>> {
  const before = server.output().split('\nloop ').length;
  process.kill(server.pid, 'SIGUSR2');
  for (;;) {
    const lines = `\n${server.output()}`.split('\nloop ');
    if (lines.length > before) return figures.parse(JSON.parse(lines.at(-1)?.split('\n', 1)[0] ?? ''));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function measure(name: string, work: () => Promise<number>): Promise<void> {
  await loopGap();
  const puts: number[] = [];
  let isOver = false;
  const beside = (async () => {
    while (!isOver) {
      const start = performance.now();
      const answer = await wopi(`${src}/contents`, 'PUT', Buffer.from(`words at ${start}`));
      if (!answer.ok) throw new Error(`PutFile: ${answer.status} ${await answer.text()}`);
      puts.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  const start = performance.now();
  const done = await work();
  const seconds = (performance.now() - start) / 1000;
  isOver = true;
  await beside;
  const { longest, p99, work: own } = await loopGap();
  puts.sort((a, b) => a - b);
  const at = (share: number) =>
    (puts[Math.min(puts.length - 1, Math.floor(puts.length * share))] ?? 0).toFixed(0).padStart(4);
  console.log(
    `${name.padEnd(34)} ${String(done).padStart(5)} in ${seconds.toFixed(1).padStart(5)} s   event loop: longest gap ${longest.toFixed(0).padStart(4)} ms (own work ${own.toFixed(0).padStart(3)} ms), p99 ${p99.toFixed(0).padStart(3)} ms   PutFile beside: ${String(puts.length).padStart(3)}, p50 ${at(0.5)} ms, longest ${at(1)} ms`,
  );
}

try {
  // What the first request loads is not what is measured.
  await (await fetch(`${server.url}/folders/${filled.fullId}`, { headers })).text();
  await wopi(src, 'LOCK');
  await wopi(`${src}/contents`, 'PUT', Buffer.from('warm'));
  const all = { place: { place: 'folder', folderId: filled.fullId }, kind: null };
  const inTrash = { place: { place: 'trash' }, kind: null };
  await measure('(nothing but PutFile)', async () => {
    await new Promise((resolve) => setTimeout(resolve, 3000));
    return 0;
  });
  await measure('trash documents', async () => seeThrough(await act('doWithList', { verb: 'trash', ...all })));
  await measure('restore documents', async () => seeThrough(await act('doWithList', { verb: 'untrash', ...inTrash })));
  await measure('copy documents', async () => {
    const target = JSON.parse(
      `"${/"id":"(\w+)"/.exec(await act('newFolder', { folderId: null, name: 'Copies' }))?.[1]}"`,
    );
    return seeThrough(await act('doWithList', { verb: 'copy', ...all, folderId: target }));
  });
  await measure('trash documents again', async () => seeThrough(await act('doWithList', { verb: 'trash', ...all })));
  await measure('delete documents for ever', async () =>
    seeThrough(await act('doWithList', { verb: 'delete', ...inTrash })),
  );
  await measure('make folders of an upload', async () => {
    const paths = Array.from({ length: count }, (_, n) => ['Uploaded', `Folder ${n}`]);
    await act('makeUploadFolders', { folderId: null, paths });
    return paths.length;
  });
  await measure('trash folders', async () =>
    seeThrough(await act('doWithList', { verb: 'trash', place: { place: 'search', text: 'folder' }, kind: null })),
  );
  await measure('delete folders for ever', async () =>
    seeThrough(await act('doWithList', { verb: 'delete', ...inTrash })),
  );
} finally {
  await server.stop();
  removeDataDir(server.dataDir);
}
