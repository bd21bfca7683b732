import { beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '@/lib/shares/rights';
import { openDocument } from '@/lib/wopi/open-document';
import type { Host } from '@/test/host';
import { inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';
import { collaboraDiscovery } from '@/test/wopi-client/collabora-discovery';
import type { FileInfo } from '@/test/wopi-client/onlyoffice-session';

const roles = ['owner', 'editor', 'reviewer', 'commenter', 'viewer'] as const;

/** A document and what a page gives the Document Server that shows it to a person of this role. */
async function viewed(host: Host, role: (typeof roles)[number], version: number | null = null) {
  const { documentId, client: own } = await host.opened();
  if (version !== null) expect((await own.lock('A')).status).toBe(200);
  if (version !== null) expect((await own.putFile('second words', 'A', { modified: true })).status).toBe(200);
  if (version !== null) expect((await own.unlock('A')).status).toBe(200);
  const person = role === 'owner' ? host.anna : await makePerson(role);
  if (role !== 'owner') await host.grant(documentId, person, role satisfies Role);
  const opened = await openDocument(person, { documentId, mode: 'view', language: 'en-GB', theme: null, version });
  if (opened.kind !== 'editor') throw new Error(opened.kind);
  const { accessToken, actionUrl } = opened;
  const wopiSrc = [...new URL(actionUrl).searchParams].find(([name]) => name.toLowerCase() === 'wopisrc')?.[1] ?? '';
  const fileId = wopiSrc.split('/').at(-1) ?? '';
  return { documentId, fileId, accessToken, client: await host.client(fileId, { accessToken }) };
}

/** What has to be refused whatever a view token is told; with a status that lets ONLYOFFICE fall back to viewing. */
async function expectReadOnly(host: Host, page: Awaited<ReturnType<typeof viewed>>, role: (typeof roles)[number]) {
  const { documentId, fileId, client } = page;
  const [isOwn, isVersion] = [role === 'owner', fileId !== documentId];
  const before = await host.row(documentId);
  const { BaseFileName } = (await client.checkFileInfo()).json<FileInfo>();
  for (const answer of [
    await client.lock('A'),
    await client.putFile('typed all the same', null, { modified: true }),
    await client.putFile('typed all the same', 'A', { modified: true }),
    await client.renameFile('Other', null),
  ]) {
    expect(answer.status).toBe(404);
  }
  const over: [string, string][] = [
    ['X-WOPI-RelativeTarget', BaseFileName],
    ['X-WOPI-OverwriteRelativeTarget', 'true'],
  ];
  // Over itself where it lies; others have a copy in a folder of their own.
  const { status } = await client.putRelative(over, 'typed all the same');
  expect(status).toBe(isOwn || isVersion ? 501 : 200);
  expect(await host.row(documentId)).toEqual(before);
}

inProcess('A view page of ONLYOFFICE', (host) => {
  test.each(roles)(
    'is shown to a %s without its warning; a pencil only where there is something to edit',
    async (role) => {
      const page = await viewed(host, role);
      const opened = await host.session(page.fileId).open(page.accessToken, 'view');
      expect(opened).toMatchObject({ mode: 'view', hasWarning: false, hasPencil: role !== 'viewer' });
      const info = (await page.client.checkFileInfo()).json();
      const mayWrite = role === 'owner' || role === 'editor';
      expect(info).toMatchObject({
        ...{ ReadOnly: !mayWrite, UserCanWrite: mayWrite, UserCanReview: true, UserCanOnlyComment: false },
        ...{ SupportsLocks: true, UserCanRename: false, SupportsUserInfo: false },
      });
      expect([info.HostEditUrl, info.EditModePostMessage]).toEqual(
        role === 'viewer' ? [undefined, undefined] : [`${host.url}/edit/${page.documentId}`, true],
      );
    },
  );

  test.each(roles)('gives a %s no right: each write is refused, on the action for editing too', async (role) => {
    const page = await viewed(host, role);
    await expectReadOnly(host, page, role);
    const session = host.session(page.fileId);
    expect(await session.open(page.accessToken, 'edit')).toMatchObject({ mode: 'view', hasWarning: true });
    expect(session.editors).toBe(0);
  });

  test.each(roles)('of an earlier version is the same for a %s, and never has a pencil', async (role) => {
    const page = await viewed(host, role, 1);
    expect(page.fileId).not.toBe(page.documentId);
    const session = host.session(page.fileId);
    expect(await session.open(page.accessToken, 'view')).toMatchObject({ hasWarning: false, hasPencil: false });
    expect(await session.open(page.accessToken, 'edit')).toMatchObject({ mode: 'view', hasWarning: true });
    const info = (await page.client.checkFileInfo()).json();
    expect(info).toMatchObject({ ReadOnly: true, UserCanWrite: false, UserCanReview: true, SupportsLocks: true });
    expect(Object.keys(info)).not.toContain('EditModePostMessage');
    expect(Object.keys(info)).not.toContain('HostEditUrl');
    await expectReadOnly(host, page, role);
  });

  test('says what a person may on the page for editing, where a right that was withdrawn shows at once', async () => {
    const { documentId, client } = await host.opened();
    expect((await client.checkFileInfo()).json()).toMatchObject({ UserCanWrite: true, ReadOnly: false });
    const vera = await makePerson('Vera');
    await host.grant(documentId, vera, 'editor');
    const theirs = await host.client(documentId, { person: vera });
    await host.grant(documentId, vera, 'viewer');
    expect((await theirs.checkFileInfo()).json()).toMatchObject({ UserCanReview: false, UserCanWrite: false });
  });
});

describe.each([
  ['ONLYOFFICE_QUIET_VIEW=off', { ONLYOFFICE_QUIET_VIEW: 'off' }],
  ['Collabora', {}],
])('With %s', (what, settings) => {
  inProcess(
    'a view page',
    (host) => {
      beforeAll(() => {
        const { url, signer, faults } = host.documentServer;
        if (what === 'Collabora') faults.discoveryBody = collaboraDiscovery(url, signer.proofKeyElement());
      });

      test.each(['owner', 'viewer'] as const)('says of a %s what the token allows', async (role) => {
        const page = await viewed(host, role);
        expect((await page.client.checkFileInfo()).json()).toMatchObject({
          ...{ ReadOnly: true, UserCanWrite: false, UserCanReview: false, UserCanOnlyComment: false },
        });
        await expectReadOnly(host, page, role);
      });
    },
    settings,
  );
});
