import { expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { issueOperatorToken } from '@/lib/tokens/issue-operator-token';
import { type InProcessHost, inProcess } from '@/test/in-process-host';

const announced = ['SupportsContainers', 'SupportsEcosystem', 'SupportsGetFileWopiSrc'] as const;

/** The statuses of what a file's token is traded for on the way to its holder's folders. */
async function tried(host: InProcessHost, client: Awaited<ReturnType<InProcessHost['client']>>) {
  const info = (await client.checkFileInfo()).json<Record<string, boolean>>();
  const statuses = [];
  for (const below of ['/ecosystem_pointer', '/ancestry']) {
    statuses.push((await client.send('GET', below, [], null)).status);
  }
  return { announced: announced.map((name) => info[name]), statuses, host };
}
const closed = { announced: [false, false, false], statuses: [501, 501] };
const open = { announced: [true, true, true], statuses: [200, 200] };

async function operatorsClient(host: InProcessHost, documentId: string, hours = 1) {
  const { token } = await issueOperatorToken(host.anna, { documentId, ceiling: 'edit', hours });
  return host.client(documentId, { accessToken: token });
}

inProcess('WOPI_CONTAINERS as it is when nothing is set', (host) => {
  test('a token that a page issued opens its file and no folder, proven or not', async () => {
    const { client } = await host.opened();
    expect(await tried(host, client)).toMatchObject(closed);
  });

  test('the operator’s token leads to the root and its children', async () => {
    const documentId = await host.document();
    const client = await operatorsClient(host, documentId);
    expect(await tried(host, client)).toMatchObject(open);
  });

  test('it is still asked for a proof, lives as long as it was told, and stands in the audit trail', async () => {
    const documentId = await host.document();
    const client = await operatorsClient(host, documentId, 0.5);
    expect((await client.send('GET', '/ecosystem_pointer', [], null, { proof: null, proofOld: null })).status).toBe(
      500,
    );
    const row = await db().accessToken.findFirstOrThrow({ where: { documentId, client: 'operator' } });
    expect(row.expiresAt.getTime() - row.issuedAt.getTime()).toBe(30 * 60_000);
    const events = await db().auditEvent.findMany({ where: { documentId, action: 'token.issue' } });
    expect(events).toMatchObject([{ outcome: 'done', actorId: host.anna.userId }]);
    expect(events[0]?.detail).not.toContain(client.options.accessToken);
  });

  test('a token of a container that leaked from earlier days opens nothing', async () => {
    const documentId = await host.document();
    const client = await operatorsClient(host, documentId);
    const { Url } = (await client.send('GET', '/ecosystem_pointer', [], null)).json<{ Url: string }>();
    await db().accessToken.updateMany({ where: { client: 'operator' }, data: { client: 'document-server' } });
    expect((await host.at(Url).send('GET', '', [], null)).status).toBe(501);
  });
});

inProcess(
  'WOPI_CONTAINERS=on',
  (host) => {
    test('a request that the Document Server signs leads there too', async () => {
      const { client } = await host.opened();
      expect(await tried(host, client)).toMatchObject(open);
    });
  },
  { WOPI_CONTAINERS: 'on' },
);

inProcess(
  'WOPI_CONTAINERS=on, where no proof is in force',
  (host) => {
    test('a token of a page leads nowhere, the operator’s does', async () => {
      const { documentId, client } = await host.opened();
      expect(await tried(host, client)).toMatchObject(closed);
      expect(await tried(host, await operatorsClient(host, documentId))).toMatchObject(open);
    });
  },
  { WOPI_CONTAINERS: 'on', WOPI_PROOF: 'off' },
);

inProcess(
  'WOPI_CONTAINERS=off',
  (host) => {
    test('nobody’s token leads there', async () => {
      const documentId = await host.document();
      expect(await tried(host, await operatorsClient(host, documentId))).toMatchObject(closed);
    });
  },
  { WOPI_CONTAINERS: 'off' },
);
