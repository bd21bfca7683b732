import { expect, test } from 'vitest';
import { encodeUtf7 } from '@/lib/wopi/utf7';
import { makePerson } from '@/test/make-person';
import { throughBothDoors } from './host';

type Copy = { Name: string; HostEditUrl: string };

throughBothDoors('PutRelativeFile with X-WOPI-RelativeTarget', (host) => {
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
      expect(HostEditUrl).toBe(`${host.url}/edit/${target}`);
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
