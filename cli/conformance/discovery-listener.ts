import { once } from 'node:events';
import { createServer } from 'node:http';
import type { ProofSigner } from './proof-signer';

/**
 * Serves a discovery document with the run's proof keys, as a WOPI client would. It names one action, for
 * the validator's own type of file.
 * @param port 0 for any
 * @returns its address, and what ends it
 */
export async function listenForDiscovery(
  signer: ProofSigner,
  port: number,
): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    if (request.url?.split('?')[0] !== '/hosting/discovery') {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'application/xml' }).end(discovery(url, signer));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`;
  return {
    url,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function discovery(url: string, signer: ProofSigner): string {
  const action = (name: string) =>
    `<action name="${name}" ext="wopitest" urlsrc="${url}/hosting/${name}?&lt;ui=UI_LLCC&amp;&gt;&lt;wopisrc=WOPI_SOURCE&amp;&gt;"/>`;
  return `<?xml version="1.0" encoding="utf-8"?><wopi-discovery><net-zone name="external-http"><app name="WopiTest">${action('view')}${action('edit')}</app></net-zone>${signer.proofKeyElement()}</wopi-discovery>`;
}
