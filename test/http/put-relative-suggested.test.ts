import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { makeNameLegal } from '@/lib/shared/file-names';
import { makePerson } from '@/test/make-person';
import { throughBothDoors } from './host';

type Copy = { Name: string };
const vectors = z
  .object({ vectors: z.array(z.record(z.string(), z.string())) })
  .parse(JSON.parse(readFileSync('test/fixtures/utf7.json', 'utf8'))).vectors;

throughBothDoors('PutRelativeFile with X-WOPI-SuggestedTarget', (host) => {
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
    for (const encoded of [
      '+AC8-etc+AC8-passwd',
      '..+AFw-..+AFw-x.docx',
      '+AAA-nul.docx',
      '+ICs-',
      'a/b.docx',
      'CON.docx',
      '+IC4-txt.exe',
    ]) {
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
