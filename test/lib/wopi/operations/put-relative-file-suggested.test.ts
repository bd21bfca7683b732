import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { makeNameLegal } from '@/lib/shared/file-names';
import { inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';

type Copy = { Name: string };
const vectors = z
  .object({ vectors: z.array(z.record(z.string(), z.string())) })
  .parse(JSON.parse(readFileSync('test/fixtures/utf7.json', 'utf8'))).vectors;

inProcess('PutRelativeFile with X-WOPI-SuggestedTarget', (host) => {
  const suggested = (encoded: string): [string, string][] => [['X-WOPI-SuggestedTarget', encoded]];
  const sourceOf = async (name: string) => {
    const person = await makePerson();
    return host.client(await host.document('x', name, person), { person });
  };

  test('B6: .docx on report.doc makes report.docx, the second time report (1).docx', async () => {
    const client = await sourceOf('report.doc');
    expect((await client.putRelativeFile('.docx', 'x')).json<Copy>().Name).toBe('report.docx');
    expect((await client.putRelativeFile('.docx', 'x')).json<Copy>().Name).toBe('report (1).docx');
  });

  test('a name that is taken gets a number and keeps its extension; one without an extension gets the source’s', async () => {
    const client = await sourceOf('Letter.docx');
    expect((await client.putRelativeFile('Letter.docx', 'x')).json<Copy>().Name).toBe('Letter (1).docx');
    expect((await client.putRelativeFile('LETTER.docx', 'x')).json<Copy>().Name).toBe('LETTER (2).docx');
    expect((await client.putRelativeFile('Draft', 'x')).json<Copy>().Name).toBe('Draft.docx');
  });

  test('X-WOPI-OverwriteRelativeTarget does not count: nothing is overwritten', async () => {
    const client = await sourceOf('Letter.docx');
    const overwrite: [string, string][] = [['X-WOPI-OverwriteRelativeTarget', 'true']];
    expect((await client.putRelativeFile('Letter.docx', 'x', overwrite)).json<Copy>().Name).toBe('Letter (1).docx');
  });

  test('B4: all vectors of the four encoders decode to their names', async () => {
    const encoders = ['oo', 'net', 'iconv', 'py'] as const;
    const clients = await Promise.all(
      encoders.map(async (encoder) => [encoder, await sourceOf('source.bin')] as const),
    );
    for (const { name = '', ...encoded } of vectors) {
      if (name.startsWith('.')) continue;
      for (const [encoder, client] of clients) {
        const { Name } = (await client.putRelative(suggested(encoded[encoder] ?? ''), 'x')).json<Copy>();
        expect([encoder, Name]).toEqual([encoder, makeNameLegal(name)]);
      }
    }
  });

  test('B4: UTF-7 that cannot be decoded is taken as it is written', async () => {
    const { client } = await host.opened();
    for (const broken of ['+', '+A', '+AC', '+2D0-x.docx', '+////x', '+AGE=.docx', 'a+-+-+b.docx']) {
      expect([broken, (await client.putRelative(suggested(broken), 'x')).status]).toEqual([broken, 200]);
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
      const { Name } = (await client.putRelative(suggested(encoded), 'x')).json<Copy>();
      expect(Name).not.toMatch(/[/\\\p{Cc}\u200b-\u200f\u202a-\u202e]/u);
      expect(Name).not.toMatch(/^con\./i);
    }
  });

  test('50 parallel Save Copy As of one name make 50 documents', async () => {
    const client = await sourceOf('Letter.docx');
    const answers = await Promise.all(Array.from({ length: 50 }, () => client.putRelativeFile('Letter.docx', 'x')));
    expect(answers.map((answer) => answer.status)).toEqual(Array(50).fill(200));
    const names = new Set(answers.map((answer) => answer.json<Copy>().Name));
    expect(names).toEqual(new Set(Array.from({ length: 50 }, (_, n) => `Letter (${n + 1}).docx`)));
  });
});
