import type { Host } from '@/test/host';
import type { Received, Tamper } from '@/test/wopi-client/wopi-client';

export type Seen = Received;

type DoorCase = {
  name: string;
  run: (host: Host) => Promise<Seen[]>;
  /** the statuses in turn */
  expected: number[];
  /** Next spells escapes anew and joins headers that came twice: what comes of that only one door can tell */
  only?: 'node';
};

const allBytes = Buffer.from(Array.from({ length: 300_000 }, (_, n) => (n * 31 + (n >> 8)) % 256));

/** A case of one request, made by a client that has a document open. */
function one(
  name: string,
  status: number,
  run: (client: Awaited<ReturnType<Host['opened']>>['client'], host: Host) => Promise<Seen>,
  content: string | Uint8Array = 'first words',
): DoorCase {
  return { name, expected: [status], run: async (host) => [await run((await host.opened(content)).client, host)] };
}

const bearer = (token: string): Tamper => ({ extraHeaders: [['Authorization', `Bearer ${token}`]] });

/** What a door could get wrong on the way from the socket to the host and back. */
export const doorCases: DoorCase[] = [
  one('the token in the query', 200, (client) => client.checkFileInfo()),
  one('the token in the Authorization header alone', 200, (client) =>
    client.checkFileInfo({ ...bearer(client.options.accessToken), query: '', signUrl: client.options.wopiSrc }),
  ),
  one('a token in the query before another in the header', 200, (client) =>
    client.checkFileInfo(bearer('z'.repeat(48))),
  ),
  one('no token', 401, (client) => client.checkFileInfo({ query: null })),
  one('a token with escapes that are none', 401, (client) => client.checkFileInfo({ rawToken: 'a%7eb%2Fc+d' })),
  one('more parameters behind the token', 200, (client) =>
    client.checkFileInfo({ query: `?access_token=${client.options.accessToken}&ui=en-US&rs=de-DE&sc=a+b%2Fc` }),
  ),
  {
    ...one('more parameters in a spelling of their own', 200, (client) =>
      client.checkFileInfo({ query: `?access_token=${client.options.accessToken}&a=%7e%7E+%20|&&b` }),
    ),
    only: 'node',
  },
  {
    ...one('a lock id that comes twice', 400, (client) =>
      client.override('LOCK', [
        ['X-WOPI-Lock', 'a'],
        ['X-WOPI-Lock', 'b'],
      ]),
    ),
    only: 'node',
  },
  one('an empty access_token before the real one', 200, (client) =>
    client.checkFileInfo({ query: `?access_token=&access_token=${client.options.accessToken}` }),
  ),
  one('a proof over another URL', 500, (client) => client.checkFileInfo({ signUrl: 'http://elsewhere.example/' })),
  one('a Host and forwarded headers of somebody else', 200, (client) =>
    client.checkFileInfo({
      extraHeaders: [
        ['X-Forwarded-Host', 'evil.example'],
        ['X-Forwarded-Proto', 'https'],
        ['Forwarded', 'host=evil.example;proto=https'],
      ],
      host: 'evil.example',
    }),
  ),
  one('an id that is none', 404, (client) =>
    client.send('GET', '', [], null, {
      signUrl: `${client.options.wopiSrc}?access_token=${client.options.accessToken}`,
      extraHeaders: [['X-Unused', '1']],
      query: `/nothing?access_token=${client.options.accessToken}`,
    }),
  ),
  one('a document of 300 kB that has every byte', 200, (client) => client.getFile(), allBytes),
  one('an empty document', 200, (client) => client.getFile(), ''),
  one('Range, which is answered with the whole', 200, (client) =>
    client.getFile(undefined, { extraHeaders: [['Range', 'bytes=2-4']] }),
  ),
  one('X-WOPI-MaxExpectedSize below the size', 412, (client) => client.getFile(3)),
  one('a lock id of 1,024 characters', 200, (client) => client.lock('x'.repeat(1024))),
  one('a lock id that is JSON with commas', 200, (client) => client.lock('{"S":"a, b","F":4,"E":2}')),
  one('a lock id that is not ASCII', 400, (client) => client.override('LOCK', [['X-WOPI-Lock', 'sch\u00f6n']])),
  one('a blank lock id', 400, (client) => client.override('LOCK', [['X-WOPI-Lock', '   ']])),
  one('header names in lower case', 200, (client) =>
    client.send(
      'POST',
      '',
      [
        ['x-wopi-override', 'LOCK'],
        ['x-wopi-lock', 'A'],
      ],
      Buffer.alloc(0),
    ),
  ),
  {
    name: 'a 409 that names the lock, and one whose X-WOPI-Lock is empty',
    expected: [409, 200, 409],
    run: async (host) => {
      const { client } = await host.opened();
      return [await client.unlock('A'), await client.lock('B'), await client.putFile('x', 'A')];
    },
  },
  {
    name: 'a save of 300 kB that has every byte, and its way back',
    expected: [200, 200, 200],
    run: async (host) => {
      const { client } = await host.opened();
      return [await client.lock('A'), await client.putFile(allBytes, 'A', { modified: true }), await client.getFile()];
    },
  },
  {
    name: 'a save in chunks of a length that is not announced',
    expected: [200, 200, 200],
    run: async (host) => {
      const { client } = await host.opened();
      const saved = await client.lock('A');
      return [
        saved,
        await client.putFile(allBytes, 'A', { modified: true }, { chunked: true }),
        await client.getFile(),
      ];
    },
  },
  one('Save Copy As under a name in UTF-7', 200, (client) => client.putRelativeFile('Kopie für Zoë + 😀.docx', 'x')),
  {
    name: 'Save Copy As under a name that is taken, with one to try',
    expected: [200, 409],
    run: async (host) => {
      const { client } = await host.opened();
      const name: [string, string][] = [['X-WOPI-RelativeTarget', client.utf7('Größe.docx')]];
      return [await client.putRelative(name, 'x'), await client.putRelative(name, 'y')];
    },
  },
  one('a new name in UTF-7', 200, (client) => client.renameFile('Übersicht', null)),
  one('an override that is not known', 501, (client) => client.override('COBALT', [])),
  one('a body for an operation that needs none', 200, (client) =>
    client.renameFile('With a body', null, {}, Buffer.from(allBytes)),
  ),
];
