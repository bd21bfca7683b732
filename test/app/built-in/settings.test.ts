import { expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { inProcess } from '@/test/in-process-host';
import { opened, statuses } from '@/test/wopi-client/built-in-requests';
import { BuiltInSession } from '@/test/wopi-client/built-in-session';

inProcess(
  'What is too large',
  (host) => {
    test('a save and a copy over MAX_DOCUMENT_BYTES are refused with 413, and nothing changes', async () => {
      const documentId = await host.document('small', 'Notes.txt');
      const session = await host.builtIn(documentId, await host.browser());
      expect(await session.save('x'.repeat(100_001))).toEqual({ ok: false, problem: 'too-large' });
      expect(await session.save('x'.repeat(50_001), 'exit')).toMatchObject({ ok: true });
      session.text = 'x'.repeat(100_001);
      const copy = await session.ask((file) => file.putRelativeFile('Copy.txt', session.bytes()));
      expect(copy.status).toBe(413);
      expect(await db().document.count({ where: { copiedFromId: documentId } })).toBe(0);
      expect(await host.row(documentId)).toMatchObject({ version: 2, size: 50_001n, recoveryCopies: [] });
      expect(await session.save('small again')).toMatchObject({ ok: true });
      await session.close();
    });
  },
  { MAX_DOCUMENT_BYTES: '100000' },
);

inProcess(
  'The built-in client beside another address for Document Servers',
  (host) => {
    test('what its token is answered with leads to the address of the page, where its cookie goes', async () => {
      const browser = await host.browser();
      const documentId = await host.document('x', 'Notes.txt');
      const session = await host.builtIn(documentId, browser);
      const copy = await session.ask((file) => file.putRelativeFile('Copy.txt', new Uint8Array([120])));
      const { Url }: { Url: string } = await (copy.response ?? Response.json({})).json();
      expect(Url.startsWith(`${host.url}/wopi/files/`)).toBe(true);
      expect((await browser.fetch(Url)).status).toBe(200);

      // And to nobody else.
      expect((await host.fetch(Url)).status).toBe(401);
      await session.close();
    });
  },
  { WOPI_BASE_URL: 'http://wopi.internal.example:8080' },
);

inProcess(
  'A token of the built-in client where WOPI_PROOF is require',
  (host) => {
    test('works, also while the Document Server publishes no keys; others are refused', async () => {
      host.documentServer.faults.discoveryBody = '';
      const { documentId, session } = await opened(host);
      const accessToken = await host.token(documentId);
      expect(await statuses(session)).toEqual(Array(8).fill(200));
      const posing = new BuiltInSession(session.browser, { ...session.opened, accessToken });
      expect(new Set(await statuses(posing))).toEqual(new Set([500]));
    });
  },
  { WOPI_PROOF: 'require' },
);

inProcess(
  'A token of the built-in client beside WOPI_ALLOWED_CIDRS',
  (host) => {
    test('works from wherever the person is; tokens of Document Servers and unknown ones only from there', async () => {
      const { documentId, session } = await opened(host);
      const stolen = await host.token(documentId);
      for (const accessToken of [stolen, 'z'.repeat(48)]) {
        const posing = new BuiltInSession(session.browser, { ...session.opened, accessToken });
        expect(new Set(await statuses(posing))).toEqual(new Set([403]));
      }
      expect((await (await host.client(documentId)).checkFileInfo()).status).toBe(403);
      expect(await statuses(session)).toEqual(Array(8).fill(200));
      session.browser.cookie = null;
      expect(new Set(await statuses(session))).toEqual(new Set([401]));
    });
  },
  { WOPI_ALLOWED_CIDRS: '192.0.2.0/24' },
);

inProcess(
  'A token of the built-in client where containers are on',
  (host) => {
    test('is never traded for a folder or the ecosystem: its page does not ask, and whoever has it must not', async () => {
      const { session } = await opened(host);
      const { accessToken, wopiSrc } = session.opened;
      for (const below of ['/ecosystem_pointer', '/ancestry']) {
        const answer = await session.browser.fetch(`${wopiSrc}${below}?access_token=${accessToken}`);
        expect([below, answer.status]).toEqual([below, 501]);
      }
    });
  },
  { WOPI_CONTAINERS: 'on' },
);
