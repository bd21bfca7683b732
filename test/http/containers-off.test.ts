import { expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { tradeTokens } from '@/lib/tokens/trade-tokens';
import { throughBothDoors } from './host';

throughBothDoors(
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
      const [token] = await tradeTokens(host.anna, items, {
        expiresAt: Date.now() + 60_000,
        client: 'document-server',
      });
      const client = host.at(`${host.url}/wopi/containers/${folderId}?access_token=${token}`);
      expect((await client.checkFileInfo()).status).toBe(501);
      expect((await client.send('GET', '/children', [], null)).status).toBe(501);
    });
  },
  { WOPI_CONTAINERS: 'off' },
);
