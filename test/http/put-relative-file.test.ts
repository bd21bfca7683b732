import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { db } from '@/lib/db/db';
import { makeNameLegal } from '@/lib/shared/file-names';
import { encodeUtf7 } from '@/lib/wopi/utf7';
import { makePerson } from '@/test/make-person';
import { throughBothDoors } from './host';

type Copy = { Name: string; Url: string; HostViewUrl: string; HostEditUrl: string };
const vectors = z
  .object({ vectors: z.array(z.record(z.string(), z.string())) })
  .parse(JSON.parse(readFileSync('test/fixtures/utf7.json', 'utf8'))).vectors;

throughBothDoors('PutRelativeFile', (host) => {
  test('the answer has Name, Url with a token of its own, HostViewUrl and HostEditUrl, all absolute', async () => {
    const { documentId, client } = await host.opened();
    const answer = await client.putRelativeFile('Kopie für Zoë.docx', 'copied');
    expect([answer.status, answer.headers['x-wopi-lock']]).toEqual([200, undefined]);
    const copy = answer.json<Copy>();
    const id = copy.HostEditUrl.split('/').at(-1) ?? '';
    expect(id).not.toBe(documentId);
    expect(copy).toEqual({
      Name: 'Kopie für Zoë.docx',
      Url: expect.stringMatching(new RegExp(`^${host.server.url}/wopi/files/${id}\\?access_token=[0-9A-Za-z]{43,}$`)),
      HostViewUrl: `${host.server.url}/view/${id}`,
      HostEditUrl: `${host.server.url}/edit/${id}`,
    });
    const fresh = await host.client(id, { accessToken: new URL(copy.Url).searchParams.get('access_token') ?? '' });
    expect((await fresh.getFile()).body.toString()).toBe('copied');
    expect((await client.getFile()).body.toString()).toBe('first words');
  });

  test('D2: Save Copy As while the source is locked, by this session or another, without X-WOPI-Lock answers 200', async () => {
    const { client } = await host.opened();
    await client.lock('mine');
    expect((await client.putRelativeFile('a.docx', 'x')).status).toBe(200);
    await client.unlockAndRelock('another', 'mine');
    expect((await client.putRelativeFile('b.docx', 'x')).status).toBe(200);
  });

  describe('the lock of the source', () => {
    test('locked, and another non-empty X-WOPI-Lock: 409 with the current lock', async () => {
      const { documentId, client } = await host.opened();
      await client.lock('current');
      const answer = await client.putRelativeFile('a.docx', 'x', [['X-WOPI-Lock', 'other']]);
      expect([answer.status, answer.headers['x-wopi-lock']]).toEqual([409, 'current']);
      expect(await db().document.count({ where: { copiedFromId: documentId } })).toBe(0);
    });

    test('locked, and the same X-WOPI-Lock: 200', async () => {
      const { client } = await host.opened();
      await client.lock('current');
      expect((await client.putRelativeFile('a.docx', 'x', [['X-WOPI-Lock', 'current']])).status).toBe(200);
    });

    test('locked, and a blank X-WOPI-Lock: no claim, 200', async () => {
      const { client } = await host.opened();
      await client.lock('current');
      expect((await client.putRelativeFile('a.docx', 'x', [['X-WOPI-Lock', ' ']])).status).toBe(200);
    });

    test('unlocked: copied whatever X-WOPI-Lock says; expired counts as unlocked', async () => {
      const { documentId, client } = await host.opened();
      expect((await client.putRelativeFile('a.docx', 'x', [['X-WOPI-Lock', 'any']])).status).toBe(200);
      await client.lock('current');
      await host.expireLock(documentId);
      expect((await client.putRelativeFile('b.docx', 'x', [['X-WOPI-Lock', 'any']])).status).toBe(200);
    });
  });

  describe('suggested mode', () => {
    test('B6: .docx on report.doc makes report.docx, the second time report (1).docx', async () => {
      const person = await makePerson();
      const client = await host.client(await host.document('x', 'report.doc', person), { person });
      expect((await client.putRelativeFile('.docx', 'x')).json<Copy>().Name).toBe('report.docx');
      expect((await client.putRelativeFile('.docx', 'x')).json<Copy>().Name).toBe('report (1).docx');
    });

    test('a name that is taken gets a number and keeps its extension; one without an extension gets the source’s', async () => {
      const person = await makePerson();
      const client = await host.client(await host.document('x', 'Letter.docx', person), { person });
      expect((await client.putRelativeFile('Letter.docx', 'x')).json<Copy>().Name).toBe('Letter (1).docx');
      expect((await client.putRelativeFile('LETTER.docx', 'x')).json<Copy>().Name).toBe('LETTER (2).docx');
      expect((await client.putRelativeFile('Draft', 'x')).json<Copy>().Name).toBe('Draft.docx');
    });

    test('B4: all vectors of the four encoders decode to their names', async () => {
      const { client } = await host.opened();
      for (const { name = '', oo = '', net = '', iconv = '', py = '' } of vectors) {
        if (name.startsWith('.')) continue;
        const names = [];
        for (const encoded of [oo, net, iconv, py]) {
          const person = await makePerson();
          const mine = await host.client(await host.document('x', 'source.bin', person), { person });
          names.push((await mine.putRelative([['X-WOPI-SuggestedTarget', encoded]], 'x')).json<Copy>().Name);
        }
        const legal = makeNameLegal(name);
        expect(new Set(names)).toEqual(new Set([legal]));
      }
      for (const broken of ['+', '+A', '+AC', '+2D0-x.docx', '+////x', '+AGE=.docx', 'a+-+-+b.docx']) {
        expect((await client.putRelative([['X-WOPI-SuggestedTarget', broken]], 'x')).status).toBe(200);
      }
    });

    test('S18: a slash, a script or a control character in UTF-7 never survives decoding', async () => {
      const { client } = await host.opened();
      for (const encoded of ['+AC8-etc+AC8-passwd', '..+AFw-..+AFw-x.docx', '+AAA-nul.docx', '+ICs-', 'a/b.docx', 'CON.docx', '+IC4-txt.exe']) {
        const { Name } = (await client.putRelative([['X-WOPI-SuggestedTarget', encoded]], 'x')).json<Copy>();
        expect(Name).not.toMatch(/[/\\\p{Cc}\u200b-\u200f\u202a-\u202e]/u);
        expect(Name).not.toMatch(/^con\./i);
      }
    });

    test('50 parallel Save Copy As of one name make 50 documents', async () => {
      const person = await makePerson();
      const client = await host.client(await host.document('x', 'Letter.docx', person), { person });
      const answers = await Promise.all(Array.from({ length: 50 }, () => client.putRelativeFile('Letter.docx', 'x')));
      expect(answers.map((answer) => answer.status)).toEqual(Array(50).fill(200));
      const names = new Set(answers.map((answer) => answer.json<Copy>().Name));
      expect(names).toEqual(new Set(Array.from({ length: 50 }, (_, n) => `Letter (${n + 1}).docx`)));
    });
  });

  describe('specific mode', () => {
    const specific = (name: string, overwrite?: string): [string, string][] => [
      ['X-WOPI-RelativeTarget', encodeUtf7(name)],
      ...(overwrite === undefined ? [] : ([['X-WOPI-OverwriteRelativeTarget', overwrite]] as [string, string][])),
    ];

    test('a name that is free is taken exactly; one that is taken is 409 with a name to try; an illegal one 400', async () => {
      const { client } = await host.opened();
      const name = `Exact ${host.door}.docx`;
      expect((await client.putRelative(specific(name), 'x')).json<Copy>().Name).toBe(name);
      const taken = await client.putRelative(specific(name), 'x');
      expect([taken.status, taken.headers['x-wopi-lock']]).toEqual([409, '']);
      expect(taken.headers['x-wopi-validrelativetarget']).toBe(encodeUtf7(`Exact ${host.door} (1).docx`));
      expect((await client.putRelative(specific('a/b.docx'), 'x')).status).toBe(400);
      expect((await client.putRelative(specific(`${'x'.repeat(530)}.docx`), 'x')).status).toBe(400);
    });

    test('D12: True, true and TRUE overwrite, False does not', async () => {
      const person = await makePerson();
      const target = await host.document('old', 'Target.docx', person);
      const client = await host.client(await host.document('x', 'Source.docx', person), { person });
      expect((await client.putRelative(specific('Target.docx', 'False'), 'new')).status).toBe(409);
      for (const [n, yes] of ['True', 'true', 'TRUE'].entries()) {
        const { HostEditUrl } = (await client.putRelative(specific('Target.docx', yes), `new ${n}`)).json<Copy>();
        expect(HostEditUrl).toBe(`${host.server.url}/edit/${target}`);
      }
      expect(await host.row(target)).toMatchObject({ version: 4, size: 5n });
    });

    test('B5: overwriting a locked target answers 409 with the lock of the target', async () => {
      const person = await makePerson();
      const target = await host.document('old', 'Target.docx', person);
      await (await host.client(target, { person })).lock('target lock');
      const client = await host.client(await host.document('x', 'Source.docx', person), { person });
      const answer = await client.putRelative(specific('Target.docx', 'true'), 'new');
      expect([answer.status, answer.headers['x-wopi-lock']]).toEqual([409, 'target lock']);
      expect((await host.row(target)).version).toBe(1);
    });

    test('S22: 50 parallel requests for one exact name: one 200, 49 × 409', async () => {
      const person = await makePerson();
      const client = await host.client(await host.document('x', 'Source.docx', person), { person });
      const answers = await Promise.all(Array.from({ length: 50 }, () => client.putRelative(specific('One.docx'), 'x')));
      const statuses = answers.map((answer) => answer.status).sort();
      expect(statuses).toEqual([200, ...Array(49).fill(409)]);
    });
  });

  test('both target headers answer 501, neither 400', async () => {
    const { client } = await host.opened();
    const both: [string, string][] = [['X-WOPI-SuggestedTarget', 'a.docx'], ['X-WOPI-RelativeTarget', 'a.docx']];
    expect((await client.putRelative(both, 'x')).status).toBe(501);
    expect((await client.putRelative([], 'x')).status).toBe(400);
  });

  test('D3: a conversion makes a new document beside the untouched original, with an absolute HostEditUrl', async () => {
    const person = await makePerson();
    const documentId = await host.document('binary', 'Old.doc', person);
    const client = await host.client(documentId, { person });
    for (const locked of [false, true]) {
      if (locked) await client.lock(documentId);
      const copy = (await client.putRelativeFile('.docx', 'converted', [['X-WOPI-FileConversion', 'true']])).json<Copy>();
      expect(copy.Name).toBe(locked ? 'Old (1).docx' : 'Old.docx');
      const id = new URL(copy.HostEditUrl).pathname.split('/').at(-1) ?? '';
      expect(await host.row(id)).toMatchObject({ isConversion: true, copiedFromId: documentId });
    }
    expect(await host.row(documentId)).toMatchObject({ version: 1, size: 6n });
  });

  test('a person who may only view saves a copy into their own root', async () => {
    const person = await makePerson('Vera');
    const documentId = await host.document();
    await db().grant.create({
      data: { id: `v${documentId}`.slice(0, 26), documentId, userId: person.userId, role: 'viewer', createdAt: new Date(), createdById: host.anna.userId },
    });
    const client = await host.client(documentId, { person, ceiling: 'view' });
    const { HostEditUrl } = (await client.putRelativeFile('Mine.docx', 'x')).json<Copy>();
    expect(await host.row(HostEditUrl.split('/').at(-1) ?? '')).toMatchObject({ ownerId: person.userId });
  });

  test('a body of another length than X-WOPI-Size makes no copy', async () => {
    const { documentId, client } = await host.opened();
    const answer = await client.putRelativeFile('a.docx', 'four', [['X-WOPI-Size', '5']]);
    expect(answer.status).toBe(400);
    expect(await db().document.count({ where: { copiedFromId: documentId } })).toBe(0);
  });
});

throughBothDoors(
  'PutRelativeFile switched off',
  (host) => {
    test('every PUT_RELATIVE answers 501, the contradictory one too, and CheckFileInfo says so', async () => {
      const { client } = await host.opened();
      expect((await client.checkFileInfo()).json()).toMatchObject({ UserCanNotWriteRelative: true });
      const both: [string, string][] = [['X-WOPI-SuggestedTarget', 'a.docx'], ['X-WOPI-RelativeTarget', 'a.docx']];
      expect((await client.putRelative(both, 'x')).status).toBe(501);
      expect((await client.putRelativeFile('a.docx', 'x')).status).toBe(501);
      expect((await client.putRelativeFile('.docx', 'x', [['X-WOPI-FileConversion', 'true']])).status).toBe(501);
    });
  },
  { WOPI_SAVE_COPY_AS: 'off' },
);
