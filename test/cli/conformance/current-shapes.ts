import { describe, expect, test } from 'vitest';
import { info } from './break-kinds';
import { caseFile, type Looked, type Wanted } from './look';
import { ofPartners } from './schemas-of-check-file-info';

const { run } = caseFile('shapes.xml');

export function currentShapes(looked: () => Looked): void {
  const told = async (wanted: Wanted = {}) =>
    (await run(looked().target, wanted)).map(({ name, result, reasons }) => [name, result, ...reasons]);

  describe('a prerequisite that every group shares', () => {
    test('names several schemas, of which one has to fit; a case whose own schema is not known is skipped, its neighbours are not', async () => {
      expect(await told({ group: 'Schemas' })).toEqual([
        ['OneOfTwo', 'passed'],
        ['NotKnown', 'skipped', 'not supported: schema NextCheckFileInfoSchema'],
        ['NotKnownOrFits', 'passed'],
        ['NotKnownOrDoesNotFit', 'skipped', 'not supported: schema NextCheckFileInfoSchema'],
        ['Neighbour', 'passed'],
      ]);
      // NotKnownOrDoesNotFit was begun, since it might have fitted, and its lock is gone.
      const locks = looked().host.sent.filter((each) => /LOCK/.test(each));
      expect(locks).toEqual(['LOCK', 'UNLOCK', 'LOCK', 'UNLOCK']);
    });

    test('is judged by what is known of it, and the rest is told; what cannot even be sent skips the groups behind it', async () => {
      expect(await run(looked().target, { group: 'BehindPartlyKnown' })).toEqual([
        {
          ...{ group: 'BehindPartlyKnown', name: 'Seen', result: 'passed', reasons: [] },
          passedOver: ['schema NextCheckFileInfoSchema', 'NextValidator', 'NextProperty'].map(
            (each) => `${each} of the prerequisite PartlyKnown`,
          ),
        },
      ]);
      expect(await told({ group: 'BehindNotSendable' })).toEqual([
        ['NotSeen', 'skipped', 'NotSendable: not supported: NextRequest'],
      ]);
    });

    test.each([
      ['a property is not there', info(({ UserCanWrite: _, ...value }) => value), 'UserCanWrite is missing'],
      ['a property has another value', info((value) => ({ ...value, UserCanWrite: false })), 'UserCanWrite is false'],
    ])('still skips its groups when what is known of it fails: %s', async (_, broken, says) => {
      looked().host.break = broken;
      expect((await told({ group: 'BehindPartlyKnown' }))[0]?.[2]).toContain(`PartlyKnown: CheckFileInfo: ${says}`);
    });

    test('wants an answer even where it has no validator that is known', async () => {
      let asked = 0;
      looked().host.break = (answer, { method }) =>
        method === 'GET' && ++asked === 3 ? { ...answer, status: 500 } : answer;
      expect((await told({ group: 'BehindPartlyKnown' }))[0]?.[2]).toBe(
        'PartlyKnown: CheckFileInfo: the status is 500, expected 200',
      );
    });
  });

  test('contents, names and containers are looked at as these files ask', async () => {
    expect(await told({ group: 'Contents' })).toEqual([
      ['Saved', 'passed'],
      ['Named', 'passed'],
    ]);
    expect(await told({ group: 'Ecosystem' })).toEqual([
      ['Root', 'passed'],
      ['NobodyGaveTheLock', 'failed', 'Lock: an earlier answer gave no Lock for it'],
    ]);
    expect(await told({ group: 'ProofKeys' })).toEqual([['Both', 'passed']]);
    expect(await told({ group: 'FileUrl' })).toEqual([
      ['GetFromFileUrl', 'skipped', 'HasFileUrl: CheckFileInfo: FileUrl is missing'],
    ]);
  });

  test.each([
    ['other bytes', 'Saved', 'GetFile: the content is not that of Small (4 bytes)'],
    ['a body where there should be none', 'Saved', 'GetLock: the answer has a body of 4 bytes'],
    ['another name', 'Named', 'PutRelativeFile: Name is "madeup.wopitestx", expected "Made_Up.wopitestx"'],
    ['no name', 'Named', 'PutRelativeFile: Name is missing'],
  ])('a host that gives %s is found out', async (what, name, says) => {
    const torn = Buffer.from('torn');
    looked().host.break = (answer, { path, override }) => {
      if (what === 'other bytes' && path.endsWith('/contents')) return { ...answer, body: torn };
      if (what.startsWith('a body') && override === 'GET_LOCK') return { ...answer, body: torn };
      if (override !== 'PUT_RELATIVE') return answer;
      const Name = what === 'another name' ? 'madeup.wopitestx' : undefined;
      return { ...answer, body: Buffer.from(JSON.stringify({ ...JSON.parse(answer.body.toString('utf8')), Name })) };
    };
    const [result] = await told({ group: 'Contents', test: name });
    expect(result?.slice(1, 3)).toEqual(['failed', says]);
    // What it made it took away again, so that the next one may use the name.
    looked().host.break = (answer) => answer;
    expect(await told({ group: 'Contents', test: name })).toEqual([[name, 'passed']]);
  });

  test('a URL that is none is told where the next request needs it', async () => {
    looked().host.break = (answer, { path }) =>
      path.endsWith('/ecosystem_pointer') ? { ...answer, body: Buffer.from('{"Url":"/wopi/ecosystem"}') } : answer;
    expect(await told({ group: 'Ecosystem', test: 'Root' })).toEqual([
      ['Root', 'failed', 'GetRootContainer: an earlier answer gave no URL for it'],
    ]);
  });

  test('what a case has that is not known is named, and nothing of that case is sent', async () => {
    expect(await told({ group: 'NotKnown' })).toEqual([
      ['Attribute', 'skipped', 'not supported: LockUserVisible of Lock'],
      ['Part', 'skipped', 'not supported: NextFilters'],
      ['Mutator', 'skipped', 'not supported: NextMutator'],
      ['AttributeOfValidator', 'skipped', 'not supported: Comparator of ResponseHeaderValidator'],
      ['AttributeOfProperty', 'skipped', 'not supported: Minimum of LongProperty'],
      ['Alternatives', 'skipped', 'not supported: schema NextSchema, NextValidator'],
      ['Pattern', 'skipped', 'not supported: pattern (?i)x'],
      ['Path', 'skipped', 'not supported: path ..Version'],
      ['Resource', 'skipped', 'not supported: resource Nowhere'],
      ['Cleanup', 'skipped', 'not supported: NextRequest'],
      ['Neighbour', 'passed'],
    ]);
    // The shared prerequisite, and the neighbour.
    expect(looked().host.sent).toHaveLength(2);
  });

  describe('co-authoring and chunked transfer', () => {
    const groups = [
      'CoauthLocks',
      'CoauthByCategory',
      'BehindCoauth',
      'IncrementalFileTransfer',
      'CoauthLockExpiration',
    ];
    const all = async () => (await Promise.all(groups.map((group) => told({ group })))).flat();

    test('are not offered by a host whose CheckFileInfo does not announce them, and nothing of their cases is sent', async () => {
      expect(await all()).toEqual([
        ['OneLock', 'not offered', 'CheckFileInfo does not announce SupportsCoauth'],
        ['OnlyRenames', 'not offered', 'CheckFileInfo does not announce SupportsCoauth'],
        ['OfNoSuchCategory', 'not offered', 'CheckFileInfo does not announce SupportsCoauth'],
        ['Download', 'not offered', 'CheckFileInfo does not announce SupportsChunkedFileTransfer'],
        ['Expires', 'not offered', 'CheckFileInfo does not announce SupportsCoauth'],
      ]);
      expect(looked().host.sent.every((each) => /^GET \/wopi\/files\/[^/]+$/.test(each))).toBe(true);
    });

    test('are not offered by a host that denies them either', async () => {
      looked().host.break = info((value) => ({ ...value, ...ofPartners, SupportsCoauth: false }));
      expect((await told({ group: 'CoauthLocks' }))[0]?.[1]).toBe('not offered');
    });

    test('are what this tool does not know, for a host that announces them', async () => {
      looked().host.break = info((value) => ({ ...value, ...ofPartners, SupportsChunkedFileTransfer: true }));
      expect(await told({ group: 'CoauthLocks', test: 'OneLock' })).toEqual([
        ['OneLock', 'skipped', 'not supported: GetCoauthLock, GetCoauthTable, UnlockCoauthLock'],
      ]);
      expect(await told({ group: 'IncrementalFileTransfer' })).toEqual([
        ['Download', 'skipped', 'not supported: GetChunkedFile'],
      ]);
      expect(await told({ group: 'CoauthLockExpiration' })).toEqual([
        ['Expires', 'skipped', 'not supported: Delay, UnlockCoauthLock'],
      ]);
    });

    test('are left to the prerequisites where the host has no CheckFileInfo to read', async () => {
      const outcome = async () => (await told({ group: 'CoauthLocks' }))[0]?.slice(1);
      looked().host.break = (answer) => ({ ...answer, status: 503, body: Buffer.from('busy') });
      expect(await outcome()).toEqual([
        'skipped',
        expect.stringContaining('Shared: CheckFileInfo: the answer is no JSON'),
      ]);
      looked().host.break = (answer) => ({ ...answer, status: 503 });
      expect((await outcome())?.[0]).toBe('skipped');
    });
  });
}
