import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { newId } from '@/lib/shared/new-id';
import type { Actor } from '@/lib/users/actor';
import { type InProcessHost, inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';
import { readTrace, type TracedRequest } from '@/test/read-trace';

const scenarios = readTrace(readFileSync('test/fixtures/onlyoffice-trace.jsonl', 'utf8'));

/** Headers that belong to one request or connection: they are made anew. */
const notReplayed =
  /^(host|connection|content-length|x-wopi-(proof|proofold|timestamp|clientversion|correlationid|sessionid)|accept|user-agent)$/;

inProcess('The recorded trace of ONLYOFFICE, replayed with our ids and tokens', (host) => {
  let bob: Actor;
  const ids = new Map<string, string>();

  /** Our document for a file of the trace, in the state that the scenario starts from. */
  async function documentFor(fileName: string): Promise<string> {
    const known = ids.get(fileName);
    if (known) return known;
    const id = await host.document(fileName === 'empty.docx' ? '' : 'content of the trace', fileName);
    await db().grant.create({
      data: {
        id: newId(),
        documentId: id,
        userId: bob.userId,
        role: 'editor',
        createdAt: new Date(),
        createdById: host.anna.userId,
      },
    });
    ids.set(fileName, id);
    return id;
  }

  test.each(scenarios.map((scenario) => [scenario.name, scenario.requests] as const))('%s', async (name, requests) => {
    bob ??= await makePerson('Bob');
    const locks = name.includes('foreign lock');
    if (name.startsWith('docx') || name.includes('open')) await unlockAll(ids);
    for (const request of requests) {
      const fileName = request.file;
      const documentId = fileName === 'nope.docx' ? newId() : await documentFor(fileName);
      if (locks) await lockByAnother(documentId);
      await setRight(documentId, name);
      const answer = await replay(host, request, documentId, request.url.includes('tok-bob') ? bob : host.anna);
      expect([request.op, answer.status]).toEqual([request.op, request.status]);
      if (request.status === 409) expect(answer.headers['x-wopi-lock']).toBe('other-app-lock');
    }
  });

  async function setRight(documentId: string, name: string): Promise<void> {
    if (!name.includes('UserCanWrite=false')) return;
    const client = await host.client(documentId, { ceiling: 'view' });
    expect((await client.checkFileInfo()).json()).toMatchObject({ UserCanWrite: false });
  }
});

async function replay(host: InProcessHost, request: TracedRequest, documentId: string, person: Actor) {
  const isMissing = request.file === 'nope.docx';
  const accessToken = isMissing ? await host.token(await host.document()) : await host.token(documentId, person);
  const client = await host.client(documentId, { accessToken });
  const headers = request.headerPairs
    .filter(([name]) => !notReplayed.test(name.toLowerCase()) && name.toLowerCase() !== 'content-type')
    .map(([name, value]): [string, string] => [name, name.toLowerCase() === 'x-wopi-lock' ? documentId : value]);
  const body = request.method === 'POST' ? Buffer.alloc(request.bodyLength, 'x') : null;
  const send = () => client.send(request.method, request.below, headers, body);
  return request.status === 500 ? withBrokenStorage(send) : send();
}

/** The 500s of the trace were provoked: here the folder for incoming bytes is a file meanwhile. */
async function withBrokenStorage<T>(work: () => Promise<T>): Promise<T> {
  const folder = path.join(process.env.DATA_DIR ?? '', 'documents', 'tmp');
  renameSync(folder, `${folder}.away`);
  writeFileSync(folder, '');
  try {
    return await work();
  } finally {
    rmSync(folder);
    renameSync(`${folder}.away`, folder);
  }
}

async function lockByAnother(documentId: string): Promise<void> {
  const lockExpiresAt = new Date(Date.now() + 600_000);
  await db().document.update({ where: { id: documentId }, data: { lockId: 'other-app-lock', lockExpiresAt } });
}

async function unlockAll(ids: Map<string, string>): Promise<void> {
  await db().document.updateMany({
    where: { id: { in: [...ids.values()] }, lockId: 'other-app-lock' },
    data: { lockId: null, lockExpiresAt: null },
  });
}
