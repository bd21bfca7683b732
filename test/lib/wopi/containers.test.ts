import { describe, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { newId } from '@/lib/shared/new-id';
import { findToken } from '@/lib/tokens/find-token';
import { tradeTokens } from '@/lib/tokens/trade-tokens';
import { inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';
import { createContainer, createFile, ecosystemOf, type MadeContainer } from '@/test/wopi-client/containers';

inProcess(
  'Containers and the ecosystem',
  (host) => {
    describe('B10: tokens open nothing but their own resource', () => {
      test('a file’s token opens no container and no ecosystem, theirs open no file: 404', async () => {
        const { client, documentId } = await host.opened();
        const Url = await ecosystemOf(client);
        const root = await host.root();
        const urls = { file: host.wopiSrc(documentId), ecosystem: Url.split('?')[0], container: root.options.wopiSrc };
        const tokens = {
          file: client.options.accessToken,
          ecosystem: host.at(Url).options.accessToken,
          container: root.options.accessToken,
        };
        const kinds = ['file', 'ecosystem', 'container'] as const;
        for (const on of kinds) {
          for (const of of kinds) {
            const { status } = await host.at(`${urls[on]}?access_token=${tokens[of]}`).checkFileInfo();
            expect([on, of, status]).toEqual([on, of, on === of ? 200 : 404]);
          }
        }
      });

      test('one container’s token does not open another, nor one that never was', async () => {
        const root = await host.root();
        const client = host.at((await createContainer(root, 'Other')).json<MadeContainer>().ContainerPointer.Url);
        const crossed = host.at(`${client.options.wopiSrc}?access_token=${root.options.accessToken}`);
        expect((await crossed.checkFileInfo()).status).toBe(404);
        const nowhere = root.options.wopiSrc.replace(/[^/]+$/, newId());
        expect((await host.at(`${nowhere}?access_token=${root.options.accessToken}`).checkFileInfo()).status).toBe(404);
        expect((await host.at(`${nowhere}?access_token=${'x'.repeat(48)}`).checkFileInfo()).status).toBe(401);
      });

      test('what a view token leads to is read only', async () => {
        const client = await host.client(await host.document(), { ceiling: 'view' });
        const ecosystem = host.at(await ecosystemOf(client));
        const root = (await ecosystem.send('GET', '/root_container_pointer', [], null)).json<MadeContainer>();
        expect(root.ContainerInfo).toMatchObject({
          UserCanCreateChildFile: false,
          SupportedShareUrlTypes: ['ReadOnly'],
        });
        const container = host.at(root.ContainerPointer.Url);
        expect((await createContainer(container, 'No')).status).toBe(404);
        expect((await createFile(container, 'a.docx')).status).toBe(404);
        const listed = await container.send('GET', '/children', [], null);
        const [file] = listed.json<{ ChildFiles: { Url: string }[] }>().ChildFiles;
        expect((await host.at(file?.Url ?? '').lock('x')).status).toBe(404);
      });
    });

    test('B11: a container’s token and the ecosystem’s open nothing after their expiry: 401', async () => {
      const person = await makePerson();
      const client = await host.client(await host.document('x', 'b11.docx', person), { person });
      const ecosystem = host.at(await ecosystemOf(client));
      const root = await host.root(person);
      await db().accessToken.updateMany({
        where: { userId: person.userId },
        data: { expiresAt: new Date(Date.now() - 1000) },
      });
      expect((await ecosystem.checkFileInfo()).status).toBe(401);
      expect((await root.checkFileInfo()).status).toBe(401);
      expect((await createContainer(root, 'Late')).status).toBe(401);
    });

    test('B15: tokens in the URLs of answers expire exactly with the caller’s', async () => {
      const person = await makePerson();
      const documentId = await host.document('x', 'expiry.docx', person);
      const client = await host.client(documentId, { person });
      const expiresAt = new Date(Date.now() + 1_234_567);
      await db().accessToken.updateMany({ where: { documentId }, data: { expiresAt } });
      const ecosystem = host.at(await ecosystemOf(client));
      const { ContainerPointer } = (
        await ecosystem.send('GET', '/root_container_pointer', [], null)
      ).json<MadeContainer>();
      const root = host.at(ContainerPointer.Url);
      // A child's token has no row yet: it lives as long as its parent's, see enumerate-children-tokens.test.ts.
      await root.send('GET', '/children', [], null);
      await createFile(root, 'a.docx');
      await createContainer(root, 'C');
      await client.send('GET', '/ancestry', [], null);
      const tokens = await db().accessToken.findMany({ where: { userId: person.userId } });
      expect(tokens.length).toBeGreaterThanOrEqual(6);
      expect(new Set(tokens.map((token) => token.expiresAt.getTime()))).toEqual(new Set([expiresAt.getTime()]));
    });

    test('GetShareUrl of a container: an absolute address for both kinds, 501 for any other', async () => {
      const root = await host.root(await makePerson());
      const client = host.at((await createContainer(root, 'Shared')).json<MadeContainer>().ContainerPointer.Url);
      for (const type of ['ReadOnly', 'ReadWrite']) {
        const answer = await client.override('GET_SHARE_URL', [['X-WOPI-UrlType', type]]);
        expect(answer.json<{ ShareUrl: string }>().ShareUrl.startsWith(`${host.url}/folders/`)).toBe(true);
      }
      expect((await client.override('GET_SHARE_URL', [['X-WOPI-UrlType', 'Other']])).status).toBe(501);
      expect((await client.override('GET_SHARE_URL', [])).status).toBe(501);
    });

    test('what is not known on a container or the ecosystem is 501, without an override too', async () => {
      const root = await host.root();
      const ecosystem = host.at(await ecosystemOf(root));
      for (const resource of [root, ecosystem]) {
        for (const override of ['LOCK', 'PUT_RELATIVE', 'DELETE', 'NONSENSE', 'create_child_file']) {
          expect((await resource.override(override, [])).status).toBe(501);
        }
        expect((await resource.send('POST', '', [], Buffer.alloc(0))).status).toBe(501);
        expect((await resource.send('GET', '/nonsense', [], null)).status).toBe(404);
      }
      expect((await root.send('POST', '/children', [['X-WOPI-Override', 'LOCK']], Buffer.alloc(0))).status).toBe(501);
    });
  },
  { WOPI_CONTAINERS: 'on' },
);

inProcess(
  'WOPI_CONTAINERS=off',
  (host) => {
    test('CheckFileInfo announces no containers, and what belongs to them is 501', async () => {
      const { client } = await host.opened();
      expect((await client.checkFileInfo()).json()).toMatchObject({
        SupportsContainers: false,
        SupportsEcosystem: false,
        SupportsGetFileWopiSrc: false,
      });
      for (const below of ['/ancestry', '/ecosystem_pointer']) {
        expect((await client.send('GET', below, [], null)).status).toBe(501);
      }
      expect((await client.lock('x')).status).toBe(200);
    });

    test('a container’s token of earlier days is answered 501 too', async () => {
      const { id: folderId } = await db().folder.findUniqueOrThrow({ where: { rootOfId: host.anna.userId } });
      const items = [{ resource: { kind: 'container' as const, folderId }, canChange: true }];
      const own = await findToken(await host.token((await host.opened()).documentId), null);
      const [token] = own ? await tradeTokens(host.anna, items, own) : [];
      const client = host.at(`${host.url}/wopi/containers/${folderId}?access_token=${token}`);
      expect((await client.checkFileInfo()).status).toBe(501);
      expect((await client.send('GET', '/children', [], null)).status).toBe(501);
    });
  },
  { WOPI_CONTAINERS: 'off' },
);
