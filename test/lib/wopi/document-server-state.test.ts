import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { documentServerState } from '@/lib/wopi/proof/document-server-state';
import { proofState } from '@/lib/wopi/proof/proof-state';
import { type InProcessHost, inProcess } from '@/test/in-process-host';
import { discoveryDocument } from '@/test/wopi-client/discovery-document';

/** What a new process starts with: nothing in memory; and no pause since the last fetch. */
function restart(): void {
  Reflect.deleteProperty(globalThis, 'lecternDiscovery');
}

async function withoutKeys(host: InProcessHost): Promise<void> {
  host.documentServer.faults.discoveryBody = discoveryDocument(host.documentServer.url, '');
  await db().discovery.deleteMany();
  restart();
}

const stateNow = async () => (await documentServerState()).state;

describe('what an administrator is told of the Document Server', () => {
  const clean = (host: InProcessHost) => {
    beforeEach(restart);
    afterEach(async () => {
      delete host.documentServer.faults.discoveryBody;
      await db().discovery.deleteMany();
      restart();
    });
  };

  inProcess('with keys', (host) => {
    clean(host);

    test('that it signs, and where it is', async () => {
      expect(await documentServerState()).toEqual({ state: 'signs', address: host.documentServer.url });
      expect(await proofState()).toBe('demanded');
    });

    test('that it does not sign: nobody asks for proofs then', async () => {
      await withoutKeys(host);
      expect(await stateNow()).toBe('unsigned');
      expect(await proofState()).toBe('no-keys');
    });

    test('that keys that were seen once are missing', async () => {
      expect(await stateNow()).toBe('signs');
      host.documentServer.faults.discoveryBody = discoveryDocument(host.documentServer.url, '');
      restart();
      expect(await stateNow()).toBe('missing');
      expect(await proofState()).toBe('withdrawn');
    });

    test('that it cannot be reached, also where it was before, and that it is back', async () => {
      for (const _ of ['never seen', 'seen before']) {
        host.documentServer.faults.discoveryBody = 'Not found';
        restart();
        expect(await stateNow()).toBe('away');
        delete host.documentServer.faults.discoveryBody;
        restart();
        expect(await stateNow()).toBe('signs');
      }
    });
  });

  inProcess(
    'where proofs are required',
    (host) => {
      clean(host);
      test('that it does not sign, and that all its requests are refused', async () => {
        await withoutKeys(host);
        expect(await stateNow()).toBe('unsigned-refused');
      });
    },
    { WOPI_PROOF: 'require' },
  );

  inProcess(
    'where proofs are off',
    (host) => {
      clean(host);
      test('that nobody looks at signatures', async () => {
        expect(await stateNow()).toBe('off');
        expect(await proofState()).toBe('off');
      });
    },
    { WOPI_PROOF: 'off' },
  );

  inProcess(
    'without a Document Server',
    () => {
      test('that none is connected', async () => {
        expect(await documentServerState()).toEqual({ state: 'none', address: null });
      });
    },
    { DOCUMENT_SERVER_URL: '' },
  );
});
