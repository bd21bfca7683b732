import { afterAll, beforeAll, beforeEach } from 'vitest';
import { listenForDiscovery } from '@/cli/conformance/discovery-listener';
import { ProofSigner } from '@/cli/conformance/proof-signer';
import type { Target } from '@/cli/conformance/send-request';
import { createDocument } from '@/lib/documents/create-document';
import { makePath } from '@/lib/folders/make-path';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { inProcess } from '@/test/in-process-host';
import { bodyOf } from '@/test/streams';
import { allCases } from './all-cases';
import { BreakingHost } from './breaking-host';
import { brokenHosts } from './broken-hosts';
import { currentShapes } from './current-shapes';
import { schemasOfCheckFileInfo } from './schemas-of-check-file-info';

const signer = new ProofSigner();
const discovery = await listenForDiscovery(signer, 0);
afterAll(() => discovery.close());

inProcess(
  'the conformance tool',
  (lectern) => {
    const host = new BreakingHost((url, init) => lectern.fetch(url, init));
    let target: Target;
    beforeAll(async () => {
      // In a folder: a root container cannot be renamed.
      const root = await ownRootFolder(lectern.anna);
      const folder = await makePath(lectern.anna, { parentId: root.id, path: ['Cases'] });
      const { id } = await createDocument(lectern.anna, {
        ...{ name: 'start.wopitest', folderId: folder.id, origin: 'upload' },
        body: bodyOf('A document for the cases.\n'),
      });
      const accessToken = await lectern.token(id);
      target = { wopiSrc: lectern.wopiSrc(id), accessToken, accessTokenTtl: 0, signer, fetch: host.fetch };
    });
    beforeEach(() => {
      host.break = (answer) => answer;
      host.sent.length = 0;
    });
    const looked = () => ({ host, target });
    brokenHosts(looked);
    currentShapes(looked);
    schemasOfCheckFileInfo(looked);
    allCases(looked);
  },
  { DOCUMENT_SERVER_URL: discovery.url, WOPI_PROOF: 'require', WOPI_CONTAINERS: 'on' },
);
