import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeDatabase } from '@/lib/db/close-database';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { applySettings } from '@/test/apply-settings';
import { type DoorName, startServer } from '@/test/built-server';
import { doorCases, type Seen } from '@/test/contract/door.contract';
import type { Host } from '@/test/host';
import { InProcessHost } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';
import { type DocumentServer, startDocumentServer } from '@/test/wopi-client/document-server';
import { BuiltHost } from './host';

// The rules of the host are tested in this process. What a door adds or takes away would show here: the same request
// is answered through it as by the host itself.
describe.each<DoorName>(['node', 'next'])(
  'The %s door hands over the request as it came, and the answer as it is',
  (door) => {
    const behind = new BuiltHost(door, {});
    const here = new InProcessHost();
    let documentServer: DocumentServer;

    beforeAll(async () => {
      documentServer = await startDocumentServer();
      const { DATA_DIR = '', DATABASE_URL = '' } = process.env;
      const settings = { DATABASE_URL, DOCUMENT_SERVER_URL: documentServer.url, WOPI_PROOF: 'require' };
      behind.server = await startServer({ door, dataDir: DATA_DIR, settings });
      applySettings({ ...settings, PUBLIC_URL: behind.url });
      await prepareDatabase({ guard: false });
      for (const host of [behind, here]) {
        host.documentServer = documentServer;
        host.anna = await makePerson();
      }
    });
    afterAll(async () => {
      await behind.server?.stop();
      await documentServer?.close();
      await closeDatabase();
    });

    test.each(doorCases.filter(({ only = door }) => only === door))('$name', async ({ run, expected }) => {
      const [through, direct] = [await run(behind), await run(here)];
      expect(direct.map(({ status }) => status)).toEqual(expected);
      expect(through.map((seen) => asSeen(seen, behind))).toEqual(direct.map((seen) => asSeen(seen, here)));
    });
  },
);

/** What a client acts on, without what differs from one document and moment to the next. */
function asSeen({ status, headers, body }: Seen, host: Host) {
  const told = Object.entries(headers)
    .filter(([name]) => /^(x-wopi-|content-type|cache-control|content-disposition|retry-after|allow)/.test(name))
    .map(([name, value]) => [name, plain(String(value), host)])
    .sort();
  return { status, told, body: plain(body.toString('latin1'), host) };
}

function plain(text: string, host: Host): string {
  return text
    .replaceAll(host.anna.email, 'EMAIL')
    .replace(/avatar\/\d/g, 'avatar/COLOUR')
    .replace(/[0-9A-Za-z]{43,}/g, 'TOKEN')
    .replace(/\b[0-9a-z]{24,40}\b/g, 'ID')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME');
}
