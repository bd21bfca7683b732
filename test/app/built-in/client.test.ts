import { expect, test } from 'vitest';
import { inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';
import type { Browser } from '@/test/wopi-client/browser';
import { BuiltInSession } from '@/test/wopi-client/built-in-session';

inProcess('The built-in client', (host) => {
  let annas: Browser;
  const anna = async () => {
    annas ??= await host.browser();
    annas.forged = {};
    annas.isOffline = false;
    annas.sent.length = 0;
    return annas;
  };
  const requests = ({ sent }: Browser) =>
    sent
      .filter(({ url }) => url.includes('/wopi/'))
      .map(({ method, url, headers, status }) => {
        const below = url.endsWith('/contents') ? ' /contents' : '';
        return `${headers.get('x-wopi-override') ?? method}${below} ${status}`;
      });
  const contentOf = async (documentId: string) => (await (await host.client(documentId)).getFile()).body.toString();

  test('opens with CheckFileInfo, Lock and GetFile, saves with RefreshLock and PutFile, and unlocks at the end', async () => {
    const documentId = await host.document('first words', 'Notes.txt');
    const browser = await anna();
    const session = await host.builtIn(documentId, browser);
    expect([session.text, session.version]).toEqual(['first words', '1']);
    expect((await host.row(documentId)).lockId).toBe(session.tab?.id);
    expect(await session.save('typed')).toEqual({ ok: true, version: '2' });
    await session.close();
    expect(requests(browser)).toEqual([
      'GET 200',
      'LOCK 200',
      'GET /contents 200',
      'REFRESH_LOCK 200',
      'PUT /contents 200',
      'UNLOCK 200',
    ]);
    expect(await host.row(documentId)).toMatchObject({ version: 2, lockId: null });
    expect(await contentOf(documentId)).toBe('typed');
    for (const { headers } of browser.sent) expect(headers.get('x-wopi-proof')).toBeNull();
  });

  test('saves by itself fold into one version, a save that was asked for is one of its own, and who typed is kept with it', async () => {
    const documentId = await host.document('first words', 'Notes.txt');
    const session = await host.builtIn(documentId, await anna());
    for (const text of ['a', 'ab', 'abc']) expect(await session.save(text, 'auto')).toMatchObject({ ok: true });
    const folded = await host.row(documentId);
    expect([folded.version, folded.versions.length]).toEqual([4, 2]);
    expect(await session.save('abcd')).toEqual({ ok: true, version: '5' });
    const { versions } = await host.row(documentId);
    expect(versions).toHaveLength(3);
    expect(versions.find(({ number }) => number === 5)?.editors).toBe(JSON.stringify([host.anna.userId]));
    await session.close();
  });

  test('the last save of a page that goes away is one request, and makes a version', async () => {
    const documentId = await host.document('first words', 'Notes.txt');
    const browser = await anna();
    const session = await host.builtIn(documentId, browser);
    browser.sent.length = 0;
    expect(await session.save('last words', 'exit')).toEqual({ ok: true, version: '2' });
    expect(requests(browser)).toEqual(['PUT /contents 200']);
    expect(await contentOf(documentId)).toBe('last words');
    // Others get in at once: an Unlock beside the save might have arrived before it.
    expect((await host.row(documentId)).lockId).toBeNull();
  });

  test('an empty file is opened under a lock, and its first words are saved under it', async () => {
    const documentId = await host.document('', 'Empty.md');
    const session = await host.builtIn(documentId, await anna());
    expect(session.text).toBe('');
    expect(await session.save('# Title')).toEqual({ ok: true, version: '2' });
    // And made empty again.
    expect(await session.save('')).toEqual({ ok: true, version: '3' });
    expect(await host.row(documentId)).toMatchObject({ size: 0n, lockId: session.tab?.id });
    await session.close();
  });

  test.each([
    ['UTF-8 with a mark', Buffer.from('\ufeffGrüße\r\n', 'utf8')],
    ['UTF-16', Buffer.from('\ufeffGrüße\n', 'utf16le')],
    ['Latin-1', Buffer.from('Gr\u00fc\u00dfe\r', 'latin1')],
  ])('what was opened in %s comes back byte for byte when it is saved unchanged', async (_, bytes) => {
    const documentId = await host.document(bytes, 'Old.txt');
    const session = await host.builtIn(documentId, await anna());
    expect(session.text).toBe('Grüße\n');
    expect(await session.save(session.text)).toMatchObject({ ok: true });
    expect((await (await host.client(documentId)).getFile()).body).toEqual(bytes);
    await session.close();
  });

  test('keeps its lock alive, also for a Lock of its own', async () => {
    const documentId = await host.document('x', 'Notes.txt');
    const session = await host.builtIn(documentId, await anna());
    const { id = '' } = session.tab ?? {};
    await host.expireLock(documentId);
    expect((await session.ask((file) => file.refreshLock(id))).status).toBe(409);
    expect((await session.ask((file) => file.lock(id))).status).toBe(200);
    expect((await session.ask((file) => file.refreshLock(id))).status).toBe(200);
    expect((await host.row(documentId)).lockExpiresAt?.getTime()).toBeGreaterThan(Date.now() + 29 * 60_000);
    await session.close();
  });

  test('a second person reads meanwhile, is told the lock, and gets in when the first has closed', async () => {
    const ben = await makePerson('Ben');
    const documentId = await host.document('first words', 'Minutes.txt');
    await host.grant(documentId, ben, 'editor');
    const first = await host.builtIn(documentId, await anna());
    const second = await BuiltInSession.of(await host.browser(ben), documentId);
    expect([await second.open(), second.text]).toEqual(['locked', 'first words']);
    const refused = await second.ask((file) => file.lock('mine'));
    expect([refused.status, refused.headers.get('x-wopi-lock')]).toEqual([409, first.tab?.id]);
    const editors = await second.browser.fetch(`/api/documents/${documentId}/editors`);
    expect(await editors.json()).toEqual({ editors: [{ id: host.anna.userId, name: 'Anna Keller' }] });
    await first.save('second words');
    await first.close();
    expect([await second.open(), second.text]).toEqual([null, 'second words']);
    expect(await second.save('Ben’s words')).toMatchObject({ ok: true });
    await second.close();
  });

  test('two windows of one person: the second is locked out as another person is', async () => {
    const documentId = await host.document('x', 'Notes.txt');
    const browser = await anna();
    const first = await host.builtIn(documentId, browser);
    const second = await BuiltInSession.of(browser, documentId);
    expect(await second.open()).toBe('locked');
    await first.close();
  });

  test('a page whose token has ended exchanges it and goes on: no save is refused or kept twice', async () => {
    const documentId = await host.document('x', 'Notes.txt');
    const session = await host.builtIn(documentId, await anna());
    const before = session.access.token;
    await host.expireTokens(documentId);
    expect(await session.save('typed overnight')).toEqual({ ok: true, version: '2' });
    expect(session.access.token).not.toBe(before);
    expect((await host.row(documentId)).recoveryCopies).toEqual([]);
    await session.close();
  });

  test('the last words of a page whose token has ended are kept, and saved once it is exchanged', async () => {
    const documentId = await host.document('x', 'Notes.txt');
    const browser = await anna();
    const session = await host.builtIn(documentId, browser);
    await host.expireTokens(documentId);
    browser.sent.length = 0;
    expect(await session.save('last words', 'exit')).toEqual({ ok: true, version: '2' });
    expect(requests(browser)).toEqual(['PUT /contents 401', 'PUT /contents 200']);
    expect((await host.row(documentId)).recoveryCopies).toMatchObject([{ reason: 'token-invalid', size: 10n }]);
  });

  test('a text that cannot reach the host is not saved, and is saved when it can again', async () => {
    const documentId = await host.document('x', 'Notes.txt');
    const browser = await anna();
    const session = await host.builtIn(documentId, browser);
    browser.isOffline = true;
    expect(await session.save('typed in a tunnel')).toEqual({ ok: false, problem: 'unreachable' });
    browser.isOffline = false;
    expect(await session.save('typed in a tunnel')).toEqual({ ok: true, version: '2' });
    await session.close();
  });
});
