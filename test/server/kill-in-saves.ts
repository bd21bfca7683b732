import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { closeDatabase } from '@/lib/db/close-database';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { storage } from '@/lib/storage/open-storage';
import { issueToken } from '@/lib/tokens/issue-token';
import { startServer } from '@/test/built-server';
import { makeDocument } from '@/test/make-document';
import { makePerson } from '@/test/make-person';
import { WopiClient } from '@/test/wopi-client/wopi-client';

/** Saves one version after the other until the server is gone. @returns the last content that was acknowledged */
async function saveUntilKilled(
  client: WopiClient,
  lockId: string,
  acknowledged: string,
): Promise<{ last: string; tried: string }> {
  let [last, tried] = [acknowledged, acknowledged];
  for (let n = 0; ; n += 1) {
    tried = `${Date.now()} ${n} ${'words '.repeat(20_000)}`;
    const answer = await client.putFile(tried, lockId, { modified: true }).catch(() => null);
    if (answer?.status !== 200) return { last, tried };
    last = tried;
  }
}

/**
 * Kills a server in the middle of saves and starts it again, some times over. Fails unless it then has every save that
 * it acknowledged, and no row names bytes that are missing.
 */
export async function killInSaves(rounds: number): Promise<void> {
  const dataDir = process.env.DATA_DIR ?? '';
  await prepareDatabase({ guard: false });
  const anna = await makePerson();
  const documentId = await makeDocument(anna);
  const { token } = await issueToken(anna, { documentId, ceiling: 'edit', client: 'document-server' });
  let content = 'first words';
  for (let round = 0; round < rounds; round += 1) {
    const server = await startServer({ dataDir });
    const client = new WopiClient({
      wopiSrc: `${server.url}/wopi/files/${documentId}`,
      accessToken: token,
      signer: null,
    });
    expect((await client.getFile()).body.toString()).toBe(content);
    expect((await client.lock(documentId)).status).toBe(200);
    const before = (await db().document.findUniqueOrThrow({ where: { id: documentId } })).version;
    const saving = saveUntilKilled(client, documentId, content);
    // Any moment in a save will do; each round hits another one.
    await expect
      .poll(async () => (await db().document.findUniqueOrThrow({ where: { id: documentId } })).version)
      .toBeGreaterThan(before + 1 + round);
    await server.stop('SIGKILL');
    const { last, tried } = await saving;
    const row = await db().document.findUniqueOrThrow({ where: { id: documentId } });
    const bytes = Buffer.from(await new Response(await storage().get(row.storageKey)).arrayBuffer());
    // The last one may have been committed although its answer did not get out any more.
    expect([last, tried]).toContain(bytes.toString());
    content = bytes.toString();
  }
  for (const version of await db().version.findMany({ where: { documentId } })) {
    const bytes = Buffer.from(await new Response(await storage().get(version.storageKey)).arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('base64')).toBe(version.sha256);
  }
  await closeDatabase();
}
