import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { restoreVersion } from '@/app/_versions/actions';
import { openHere } from '@/app/(host)/_editor/open-here';
import * as list from '@/app/(portal)/_list/actions';
import { db } from '@/lib/db/db';
import { signIn } from '@/lib/users/sign-in';
import { inProcess } from '../in-process-host';
import { makePerson } from '../make-person';
import { fetched, folder, given, item, left, page, type Verb } from './audit-steps';

/** What a stranger may not do with a document of somebody else, whose id they know. */
const refusals: Record<string, [right: string, verb: Verb]> = {
  'opening a document': ['read', page((at) => openHere(at.documentId, 'edit', '').catch(() => undefined))],
  'downloading a document': ['read', fetched((at) => `/api/documents/${at.documentId}/content`)],
  'downloading a zip': ['read', fetched((at) => `/api/zip?item=document:${at.documentId}`)],
  'asking for a token': [
    'save',
    fetched((at) => `/api/documents/${at.documentId}/token?mode=edit&client=document-server`, { method: 'POST' }),
  ],
  'renaming a document': ['rename', page((at) => list.renameItem({ item: item(at.documentId), name: 'Other' }))],
  'moving a document to the trash': ['trash', page((at) => list.trashItems([item(at.documentId)]))],
  'restoring a version': ['edit', page((at) => restoreVersion({ documentId: at.documentId, number: 1 }))],
  'forbidding copies': ['share', page((at) => list.switchCopies({ documentId: at.documentId, forbidden: true }))],
};

/** Begins a minute, so that none ends in the middle of a test. Only the clock's reading is another: it goes on. */
const now = Date.now.bind(Date);
let shift = 0;
beforeEach(() => {
  shift = 60_000 - (now() % 60_000);
  vi.spyOn(Date, 'now').mockImplementation(() => now() + shift);
});
afterEach(() => {
  vi.restoreAllMocks();
});

inProcess('S50: a refused access', (host) => {
  test.each(Object.entries(refusals))(
    '%s leaves exactly one row when it is refused, however often the page asks',
    async (_, [right, verb]) => {
      const { documentId } = await given(host);
      const stranger = { ...(await given(host)), documentId };
      const found = await left(async () => {
        await verb(stranger);
        await verb(stranger);
      });
      expect(found).toMatchObject([
        {
          action: 'document.refuse',
          outcome: 'refused',
          actorId: stranger.person.userId,
          documentId,
          documentName: 'Letter.docx',
        },
      ]);
      expect(JSON.parse(found[0]?.detail ?? '{}')).toMatchObject({ right });
    },
  );

  test('a folder of somebody else leaves a row as well, and what does not exist leaves none', async () => {
    const [owner, stranger] = [await given(host), await given(host)];
    const rename = (id: string) => page(() => list.renameItem({ item: folder(id), name: 'Mine' }))(stranger);
    expect(await left(() => rename(owner.otherId))).toMatchObject([
      { action: 'folder.refuse', outcome: 'refused', actorId: stranger.person.userId, documentId: null },
    ]);
    expect(await left(() => rename('0'.repeat(26)))).toEqual([]);
    expect(await left(() => page(() => list.trashItems([item('0'.repeat(26))]))(stranger))).toEqual([]);
  });

  test('a wrong password and too many of them leave a row', async () => {
    const { email } = await makePerson();
    const wrong = () => signIn({ email, password: 'wrong', address: '192.0.2.7', userAgent: null });
    expect(await left(wrong)).toMatchObject([{ action: 'session.refuse', outcome: 'refused', address: '192.0.2.7' }]);
    for (let n = 0; n < 9; n += 1) await wrong();
    const many = await left(async () => {
      await wrong();
      await wrong();
    });
    expect(many).toMatchObject([{ action: 'session.refuse', outcome: 'refused', address: '192.0.2.7' }]);
  });

  test('with unknown tokens it is one row an address and minute, whatever is asked for and on however many instances', async () => {
    const { documentId } = await host.opened();
    const ask = async (address: string | null) => {
      host.address = address;
      const stranger = await host.client(documentId, { accessToken: 'a'.repeat(48) });
      expect((await stranger.checkFileInfo()).status).toBe(401);
      expect((await stranger.lock('A')).status).toBe(401);
    };
    const asked = await left(async () => {
      for (const address of ['198.51.100.1', '198.51.100.1', '198.51.100.2', '2001:db8::1', '2001:db8::2', null, null])
        await ask(address);
    });
    expect(asked.map(({ action, outcome, actorId }) => [action, outcome, actorId])).toEqual(
      Array(4).fill(['token.refuse', 'refused', null]),
    );
    expect(new Set(asked.map(({ address }) => address))).toEqual(
      new Set(['198.51.100.1', '198.51.100.2', '2001:db8::1', null]),
    );
    expect(asked.map(({ detail }) => detail).join('')).not.toContain('aaaa');
    // Another instance remembers nothing, and finds the row.
    Reflect.deleteProperty(globalThis, 'lecternRefusals');
    expect(await left(() => ask('198.51.100.1'))).toEqual([]);
    shift += 60_000;
    expect(await left(() => ask('198.51.100.1'))).toHaveLength(1);
  });

  test('with a token that has ended, of something else or without its proof it is a row that says whose it is', async () => {
    const at = await given(host);
    const { documentId: otherId } = await host.opened();
    const accessToken = await host.token(at.documentId, at.person);
    const wrong = await host.client(otherId, { accessToken });
    const whose = { action: 'token.refuse', outcome: 'refused', actorId: at.person.userId, documentId: at.documentId };
    expect(await left(() => wrong.checkFileInfo())).toMatchObject([whose]);
    const unsigned = { proof: null, proofOld: null };
    expect(await left(() => at.client.checkFileInfo(unsigned))).toMatchObject([whose]);
    await host.expireTokens(at.documentId);
    expect(await left(() => at.client.checkFileInfo())).toMatchObject([whose]);
  });

  test('of an editor whose right was withdrawn it is one row for each operation; a save that is kept leaves its own', async () => {
    const editor = await makePerson('Ben');
    const documentId = await host.document();
    await host.grant(documentId, editor, 'editor');
    const client = await host.client(documentId, { person: editor });
    await client.lock('A');
    await db().grant.deleteMany({ where: { documentId } });
    const about = { actorId: editor.userId, documentId, outcome: 'refused' };
    for (const ask of [
      () => client.checkFileInfo(),
      () => client.refreshLock('A'),
      () => client.renameFile('x', 'A'),
    ]) {
      expect(await left(ask)).toMatchObject([{ ...about, action: 'document.refuse' }]);
    }
    expect(await left(() => client.putFile('last words', 'A'))).toMatchObject([{ ...about, action: 'document.save' }]);
    await host.expireTokens(documentId);
    expect(await left(() => client.putFile('very last', 'A'))).toMatchObject([{ ...about, action: 'document.save' }]);
  });
});
