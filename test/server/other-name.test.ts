import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltServer, startServer } from '@/test/built-server';

let server: BuiltServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

test('a portal called localhost leads who typed 127.0.0.1 to its own name, pages only', async () => {
  const other = `http://127.0.0.1:${server.port}`;
  const page = await fetch(`${other}/documents?sort=name`, { redirect: 'manual' });
  expect([page.status, page.headers.get('location')]).toEqual([307, `${server.url}/documents?sort=name`]);
  expect((await fetch(`${other}/api/health`, { redirect: 'manual' })).status).toBe(200);
  expect((await fetch(`${other}/wopi/files/x`, { redirect: 'manual' })).status).toBe(401);
  const same = await fetch(`${server.url}/signin`, { redirect: 'manual' });
  expect(same.status).toBe(200);
});
