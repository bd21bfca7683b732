import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { DiscoveryServer } from './discovery-server';

// The settings are read once: the address has to be there before anything of the product is loaded.
const server = await DiscoveryServer.start();
process.env.DOCUMENT_SERVER_URL = server.url;
const { discovery, refetchDiscovery } = await import('@/lib/wopi/discovery/discovery');
const { prepareDatabase } = await import('@/lib/db/prepare-database');
const { closeDatabase } = await import('@/lib/db/close-database');
const { db } = await import('@/lib/db/db');

const hour = 3_600_000;
const start = Date.UTC(2027, 0, 15, 12);
const unavailable = expect.objectContaining({ code: 'unavailable' });
let elsewhere: DiscoveryServer;

/** What a new process starts with: nothing in memory. */
function restart(): void {
  Reflect.deleteProperty(globalThis, 'lecternDiscovery');
}
const later = (ms: number) => vi.setSystemTime(Date.now() + ms);
const nameInForce = async () => (await discovery())?.discovery.actions[0]?.name;

beforeAll(async () => {
  await prepareDatabase({ guard: false });
  elsewhere = await DiscoveryServer.start();
});
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: start });
  restart();
  await db().discovery.deleteMany();
  server.serve(server.document('first'));
  server.requests = 0;
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(async () => {
  await Promise.all([server.stop(), elsewhere.stop()]);
  await closeDatabase();
});

describe('F33: discovery that was fetched stays in force', () => {
  test('for 12 hours it is not asked for again, then once', async () => {
    expect(await nameInForce()).toBe('first');
    later(12 * hour);
    server.serve(server.document('second'));
    expect(await nameInForce()).toBe('first');
    expect(server.requests).toBe(1);
    later(1);
    expect(await nameInForce()).toBe('second');
    expect(await nameInForce()).toBe('second');
    expect(server.requests).toBe(2);
  });

  test('many who ask at once lead to one fetch, and all get the same', async () => {
    const names = await Promise.all(Array.from({ length: 50 }, nameInForce));
    expect(new Set(names)).toEqual(new Set(['first']));
    expect(server.requests).toBe(1);
    later(13 * hour);
    server.serve(server.document('second'));
    expect(new Set(await Promise.all(Array.from({ length: 50 }, nameInForce)))).toEqual(new Set(['second']));
    expect(server.requests).toBe(2);
  });

  test('it survives a restart through the database, also when the Document Server is down', async () => {
    await nameInForce();
    restart();
    server.serve('', 503);
    const found = await discovery();
    expect(found?.discovery.actions[0]?.name).toBe('first');
    expect(found?.fetchedAt).toBe(start);
    expect(server.requests).toBe(1);
    later(13 * hour);
    restart();
    expect(await nameInForce()).toBe('first');
    expect(server.requests).toBe(2);
  });

  test('a stored document that this version cannot read is fetched anew', async () => {
    await db().discovery.create({ data: { url: server.url, xml: '<old/>', fetchedAt: new Date(start) } });
    expect(await nameInForce()).toBe('first');
    expect((await db().discovery.findUniqueOrThrow({ where: { url: server.url } })).xml).toBe(server.document('first'));
  });

  test('what another Document Server published does not count', async () => {
    await db().discovery.create({
      data: { url: elsewhere.url, xml: server.document('foreign'), fetchedAt: new Date(start) },
    });
    expect(await nameInForce()).toBe('first');
  });
});

const bad: [string, () => void][] = [
  ['500', () => server.serve(server.document('bad'), 500)],
  ['404', () => server.serve(server.document('bad'), 404)],
  ['204', () => server.serve('', 204)],
  ['an empty body', () => server.serve('')],
  ['a page of a proxy', () => server.serve('<!doctype html><html><body>Starting…</body></html>')],
  [
    'a document without actions',
    () => server.serve('<wopi-discovery><net-zone name="external-http"/></wopi-discovery>'),
  ],
  ['a document that was cut off', () => server.serve(server.document('bad').replace('</wopi-discovery>', ''))],
  [
    'a document that names another host',
    () => server.serve(server.document('bad').replace(server.url, 'https://evil.example')),
  ],
  [
    'a connection that breaks',
    () => {
      server.answer = (response) => {
        response.writeHead(200, { 'content-length': '5000' }).write(server.document('bad'));
        response.destroy();
      };
    },
  ],
  [
    'no answer at all',
    () => {
      server.answer = (response) => response.destroy();
    },
  ],
  [
    'a redirect to a good document',
    () => {
      elsewhere.serve(server.document('bad'));
      server.answer = (response) => response.writeHead(302, { location: `${elsewhere.url}/hosting/discovery` }).end();
    },
  ],
  ['more than 2 MiB', () => server.serve(server.document('bad', `<!--${'x'.repeat(2 ** 21)}-->`))],
];

describe.each(bad)('F33: %s', (_, misbehave) => {
  test('never replaces a good document, in memory or in the database', async () => {
    await nameInForce();
    later(13 * hour);
    misbehave();
    expect(await nameInForce()).toBe('first');
    expect((await refetchDiscovery())?.actions[0]?.name).toBe('first');
    expect(server.requests).toBe(3);
    expect((await db().discovery.findUniqueOrThrow({ where: { url: server.url } })).xml).toBe(server.document('first'));
    expect(elsewhere.requests).toBe(0);
  });

  test('leaves nothing when there was never a good one', async () => {
    misbehave();
    await expect(discovery()).rejects.toEqual(unavailable);
    expect(await db().discovery.count()).toBe(0);
  });
});

test('S11: a document of just under 2 MiB is read', async () => {
  server.serve(server.document('long', `<!--${'x'.repeat(2 ** 21 - 1000)}-->`));
  expect(await nameInForce()).toBe('long');
});

test('S11: a body without end is given up after 2 MiB', async () => {
  let sent = 0;
  let isClosed: Promise<unknown> = Promise.resolve();
  server.answer = (response) => {
    isClosed = new Promise((done) => response.once('close', done));
    const chunk = Buffer.alloc(64 * 1024, 'x');
    const push = (): void => {
      while (!response.destroyed && response.write(chunk)) sent += chunk.length;
    };
    response.on('drain', push);
    push();
  };
  await expect(discovery()).rejects.toEqual(unavailable);
  await isClosed;
  expect(sent).toBeLessThan(64 * 2 ** 20);
});

describe('F33: while there is no discovery at all', () => {
  test('it is tried again after 5 seconds, not with each request', async () => {
    server.serve('', 502);
    for (let n = 0; n < 20; n += 1) await expect(discovery()).rejects.toEqual(unavailable);
    expect(server.requests).toBe(1);
    later(5_000);
    server.serve(server.document('first'));
    expect(await nameInForce()).toBe('first');
    expect(server.requests).toBe(2);
  });

  test('an old one is tried again after a minute', async () => {
    await nameInForce();
    later(13 * hour);
    server.serve('', 502);
    for (let n = 0; n < 20; n += 1) expect(await nameInForce()).toBe('first');
    expect(server.requests).toBe(2);
    later(60_000);
    await nameInForce();
    expect(server.requests).toBe(3);
  });
});

describe('S11: proofs that do not fit', () => {
  test('a thousand of them lead to one fetch a minute, and all see what it brought', async () => {
    await nameInForce();
    server.serve(server.document('second'));
    const found = await Promise.all(Array.from({ length: 1000 }, refetchDiscovery));
    expect(new Set(found.map((each) => each?.actions[0]?.name))).toEqual(new Set(['second']));
    expect(server.requests).toBe(2);
    later(59_999);
    await refetchDiscovery();
    expect(server.requests).toBe(2);
    later(1);
    await refetchDiscovery();
    expect(server.requests).toBe(3);
  });
});
