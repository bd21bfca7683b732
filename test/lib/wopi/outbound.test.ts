import diagnostics from 'node:diagnostics_channel';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHere } from '@/app/(host)/_editor/open-here';
import { act } from '@/test/act-in-process';
import { inProcess } from '@/test/in-process-host';

/** The ports that this process connects to, in turn. */
const asked: number[] = [];
const note = (message: unknown) => {
  const { socket } = message as { socket: Socket }; // what Node publishes there
  socket.once('connectionAttempt', (_address: string, port: number) => asked.push(port));
};

/** A server of nobody's, which every hostile text names. */
const elsewhere = http.createServer((_, response) => response.end('heard'));
let evil = '';
const portOf = (url: string) => Number(new URL(url).port);

beforeAll(async () => {
  elsewhere.listen(0, '127.0.0.1');
  await once(elsewhere, 'listening');
  evil = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/heard`;
  diagnostics.subscribe('net.client.socket', note);
});
afterAll(() => {
  diagnostics.unsubscribe('net.client.socket', note);
  elsewhere.close();
});

inProcess('S12: whatever addresses it is sent', (host) => {
  test('the server asks the Document Server for its discovery, and nobody else for anything', async () => {
    const { documentId, client } = await host.opened(`<a href="${evil}">`, 'Letter.docx');
    const browser = await host.browser();
    const from = asked.length;
    const named = encodeURIComponent(evil);
    await client.checkFileInfo({
      extraHeaders: [
        ['X-Forwarded-Host', new URL(evil).host],
        ['X-WOPI-HostNativeFileName', evil],
        ['Referer', evil],
        ['X-LOOL-WOPI-FileUrl', evil],
      ],
    });
    await client.putRelativeFile(evil, `<img src="${evil}">`, [['X-WOPI-FileUrl', evil]]);
    await client.renameFile(evil, null);
    await client.putUserInfo(evil);
    await client.override('GET_SHARE_URL', [['X-WOPI-UrlType', evil]]);
    await client.override('ADD_ACTIVITIES', [['X-WOPI-Url', evil]]);
    const query = `?WOPISrc=${named}&wdOrigin=${named}&sc=${named}&url=${named}&preview`;
    await act(browser, () => openHere(documentId, 'edit', query.slice(1)));
    for (const path of [
      `/api/upload?name=${named}&url=${named}`,
      `/api/documents/${documentId}/token?mode=edit&client=document-server&WOPISrc=${named}`,
      `/built-in/text${query}`,
      `/api/auth/signin${query}&callbackUrl=${named}`,
    ]) {
      await (await browser.fetch(path, { method: 'POST', body: evil })).arrayBuffer();
    }
    await (await browser.fetch(`/api/documents/${documentId}/content${query}`)).arrayBuffer();
    const known = [portOf(host.documentServer.url), portOf(process.env.DATABASE_URL || 'http://none:1')];
    expect(asked.slice(from).filter((port) => !known.includes(port))).toEqual([]);

    // What is asked is seen.
    expect(await (await fetch(evil)).text()).toBe('heard');
    expect(asked.at(-1)).toBe(portOf(evil));
  });
});
