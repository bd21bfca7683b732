import { afterEach, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { forgetKeys } from '@/lib/wopi/discovery/forget-keys';
import { proofState } from '@/lib/wopi/proof/proof-state';
import { type InProcessHost, inProcess } from '@/test/in-process-host';
import { discoveryDocument } from '@/test/wopi-client/discovery-document';

/** What a new process starts with: nothing in memory; and no pause since the last fetch. */
function restart(): void {
  Reflect.deleteProperty(globalThis, 'lecternDiscovery');
}

/** The discovery of the stand-in from now on, without proof keys. */
function withdrawKeys(host: InProcessHost): void {
  host.documentServer.faults.discoveryBody = discoveryDocument(host.documentServer.url, '');
}

const unsigned = { proof: null, proofOld: null };

inProcess('Proofs once seen stay demanded (S06)', (host) => {
  afterEach(async () => {
    delete host.documentServer.faults.discoveryBody;
    await db().discovery.deleteMany();
    restart();
  });

  test('a discovery that suddenly has no keys does not switch proofs off, in this process and in the next', async () => {
    const { client } = await host.opened();
    expect((await client.checkFileInfo()).status).toBe(200);
    withdrawKeys(host);
    await db().discovery.updateMany({ data: { fetchedAt: new Date(0) } });
    for (const _ of ['the first start', 'the second']) {
      restart();
      expect((await client.checkFileInfo(unsigned)).status).toBe(500);
      expect((await client.checkFileInfo()).status).toBe(200);
      expect(await proofState()).toBe('withdrawn');
    }
    expect(host.output()).toContain('publishes no proof keys any more');
    const answer = await host.fetch('/api/ready');
    expect([answer.status, await answer.json()]).toEqual([200, expect.objectContaining({ proofs: 'withdrawn' })]);
  });

  test('keys that another instance saw count here too', async () => {
    const { client } = await host.opened();
    await client.checkFileInfo();
    withdrawKeys(host);
    // This process never saw them: what it has fetched is without keys, and only the row knows.
    await db().discovery.updateMany({ data: { xml: host.documentServer.faults.discoveryBody ?? '' } });
    restart();
    expect((await client.checkFileInfo(unsigned)).status).toBe(500);
  });

  test('until an administrator forgets them', async () => {
    const { client } = await host.opened();
    await client.checkFileInfo();
    expect(await forgetKeys()).toMatchObject({ areStillPublished: true });
    expect((await client.checkFileInfo(unsigned)).status).toBe(500);
    withdrawKeys(host);
    await db().discovery.updateMany({ data: { fetchedAt: new Date(0), keyedXml: '' } });
    await db().discovery.updateMany({ data: { xml: host.documentServer.faults.discoveryBody ?? '' } });
    expect(await forgetKeys()).toMatchObject({ areStillPublished: false });
    restart();
    expect((await client.checkFileInfo(unsigned)).status).toBe(200);
    expect(await proofState()).toBe('no-keys');
  });

  test('keys that are published again are in force as before', async () => {
    const { client } = await host.opened();
    withdrawKeys(host);
    restart();
    expect((await client.checkFileInfo(unsigned)).status).toBe(200);
    delete host.documentServer.faults.discoveryBody;
    await db().discovery.updateMany({ data: { fetchedAt: new Date(0) } });
    restart();
    expect((await client.checkFileInfo(unsigned)).status).toBe(500);
    expect((await client.checkFileInfo()).status).toBe(200);
    expect(await proofState()).toBe('demanded');
  });
});

describe('where proofs are off', () => {
  inProcess(
    'WOPI_PROOF=off',
    (host) => {
      test('it wins over keys that were seen, and readiness says it', async () => {
        const { client } = await host.opened();
        expect((await client.checkFileInfo(unsigned)).status).toBe(200);
        expect(await proofState()).toBe('off');
      });
    },
    { WOPI_PROOF: 'off' },
  );
});
