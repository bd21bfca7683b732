import { describe, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { newId } from '@/lib/shared/new-id';
import { makePerson } from '@/test/make-person';
import type { WopiClient } from '@/test/wopi-client/wopi-client';
import { throughBothDoors } from './host';

type Made = { ContainerPointer: { Name: string; Url: string }; ContainerInfo: Record<string, unknown> };

const create = (parent: WopiClient, name: string) =>
  parent.override('CREATE_CHILD_CONTAINER', [['X-WOPI-SuggestedTarget', parent.utf7(name)]]);

throughBothDoors('tokens of containers', (host) => {
  describe('B10: tokens open nothing but their own resource', () => {
    test('a file’s token opens no container and no ecosystem, theirs open no file: 404', async () => {
      const { client, documentId } = await host.opened();
      const { Url } = (await client.send('GET', '/ecosystem_pointer', [], null)).json<{ Url: string }>();
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
      const client = host.at((await create(root, 'Other')).json<Made>().ContainerPointer.Url);
      const crossed = host.at(`${client.options.wopiSrc}?access_token=${root.options.accessToken}`);
      expect((await crossed.checkFileInfo()).status).toBe(404);
      const nowhere = root.options.wopiSrc.replace(/[^/]+$/, newId());
      expect((await host.at(`${nowhere}?access_token=${root.options.accessToken}`).checkFileInfo()).status).toBe(404);
      expect((await host.at(`${nowhere}?access_token=${'x'.repeat(48)}`).checkFileInfo()).status).toBe(401);
    });

    test('what a view token leads to is read only', async () => {
      const client = await host.client(await host.document(), { ceiling: 'view' });
      const { Url } = (await client.send('GET', '/ecosystem_pointer', [], null)).json<{ Url: string }>();
      const root = (await host.at(Url).send('GET', '/root_container_pointer', [], null)).json<Made>();
      expect(root.ContainerInfo).toMatchObject({ UserCanCreateChildFile: false, SupportedShareUrlTypes: ['ReadOnly'] });
      const container = host.at(root.ContainerPointer.Url);
      expect((await create(container, 'No')).status).toBe(404);
      expect((await container.override('CREATE_CHILD_FILE', [['X-WOPI-SuggestedTarget', 'a.docx']])).status).toBe(404);
      const listed = await container.send('GET', '/children', [], null);
      const [file] = listed.json<{ ChildFiles: { Url: string }[] }>().ChildFiles;
      expect((await host.at(file?.Url ?? '').lock('x')).status).toBe(404);
    });
  });

  test('B11: a container’s token and the ecosystem’s open nothing after their expiry: 401', async () => {
    const person = await makePerson();
    const client = await host.client(await host.document('x', 'b11.docx', person), { person });
    const { Url } = (await client.send('GET', '/ecosystem_pointer', [], null)).json<{ Url: string }>();
    const root = await host.root(person);
    await db().accessToken.updateMany({
      where: { userId: person.userId },
      data: { expiresAt: new Date(Date.now() - 1000) },
    });
    expect((await host.at(Url).checkFileInfo()).status).toBe(401);
    expect((await root.checkFileInfo()).status).toBe(401);
    expect((await create(root, 'Late')).status).toBe(401);
  });

  test('B15: tokens in the URLs of answers expire exactly with the caller’s', async () => {
    const documentId = await host.document('x', 'expiry.docx', await makePerson());
    const row = await host.row(documentId);
    const owner = await db().user.findUniqueOrThrow({ where: { id: row.ownerId } });
    const person = { ...host.anna, userId: owner.id, email: owner.email, name: owner.name };
    const client = await host.client(documentId, { person });
    const expiresAt = new Date(Date.now() + 1_234_567);
    await db().accessToken.updateMany({ where: { documentId }, data: { expiresAt } });
    const { Url } = (await client.send('GET', '/ecosystem_pointer', [], null)).json<{ Url: string }>();
    const { ContainerPointer } = (await host.at(Url).send('GET', '/root_container_pointer', [], null)).json<Made>();
    const root = host.at(ContainerPointer.Url);
    await root.send('GET', '/children', [], null);
    await root.override('CREATE_CHILD_FILE', [['X-WOPI-SuggestedTarget', 'a.docx']]);
    await create(root, 'C');
    await client.send('GET', '/ancestry', [], null);
    const tokens = await db().accessToken.findMany({ where: { userId: owner.id } });
    expect(tokens.length).toBeGreaterThanOrEqual(7);
    expect(new Set(tokens.map((token) => token.expiresAt.getTime()))).toEqual(new Set([expiresAt.getTime()]));
  });
});
