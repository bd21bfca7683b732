import { expect, test } from 'vitest';
import { inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';

inProcess('GetShareUrl', (host) => {
  const ask = (client: Awaited<ReturnType<typeof host.client>>, type: string | null) =>
    client.override('GET_SHARE_URL', type === null ? [] : [['X-WOPI-UrlType', type]]);

  test('ReadOnly and ReadWrite answer the pages that view and edit; CheckFileInfo announces both', async () => {
    const { documentId, client } = await host.opened();
    expect((await ask(client, 'ReadOnly')).json()).toEqual({ ShareUrl: `${host.url}/view/${documentId}` });
    expect((await ask(client, 'ReadWrite')).json()).toEqual({ ShareUrl: `${host.url}/edit/${documentId}` });
    expect((await client.checkFileInfo()).json()).toMatchObject({ SupportedShareUrlTypes: ['ReadOnly', 'ReadWrite'] });
  });

  test('a missing or unknown type answers 501', async () => {
    const { client } = await host.opened();
    for (const type of [null, '', 'readonly', 'Everything']) expect((await ask(client, type)).status).toBe(501);
  });

  test('who may only view gets the page that views, and 404 for the other', async () => {
    const vera = await makePerson('Vera');
    const documentId = await host.document();
    await host.grant(documentId, vera, 'viewer');
    const client = await host.client(documentId, { person: vera, ceiling: 'view' });
    expect((await ask(client, 'ReadOnly')).status).toBe(200);
    expect((await ask(client, 'ReadWrite')).status).toBe(404);
    expect((await client.checkFileInfo()).json()).toMatchObject({ SupportedShareUrlTypes: ['ReadOnly'] });
  });
});
