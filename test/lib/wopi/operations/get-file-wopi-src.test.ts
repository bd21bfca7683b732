import { expect, test } from 'vitest';
import { inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';
import { ecosystemOf } from '@/test/wopi-client/containers';

inProcess(
  'GetFileWopiSrc',
  (host) => {
    test('leads from the addresses that people use to a WOPISrc that opens', async () => {
      const { client, documentId } = await host.opened();
      const ecosystem = host.at(await ecosystemOf(client));
      const ask = (address: string) =>
        ecosystem.override('GET_WOPI_SRC_WITH_ACCESS_TOKEN', [['X-WOPI-HostNativeFileName', address]]);
      const pages = [`${host.url}/view/${documentId}`, `${host.url}/edit/${documentId}?sc=1`];
      for (const address of [...pages, host.wopiSrc(documentId)]) {
        const found = (await ask(address)).json<{ Url: string }>();
        expect((await host.at(found.Url).lock('x')).status).toBe(200);
      }
      expect((await ask(`https://elsewhere.example/view/${documentId}`)).status).toBe(404);
      const foreign = await host.document('x', 'b.docx', await makePerson());
      expect((await ask(`${host.url}/view/${foreign}`)).status).toBe(404);
      expect((await ecosystem.override('GET_WOPI_SRC_WITH_ACCESS_TOKEN', [])).status).toBe(400);
    });
  },
  { WOPI_CONTAINERS: 'on' },
);
