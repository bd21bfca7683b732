import { expect, test } from 'vitest';
import { issueOperatorToken } from '@/lib/tokens/issue-operator-token';
import { encodeUtf7 } from '@/lib/wopi/utf7';
import { inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';
import { storedKeys } from '@/test/stored-objects';

type Copy = { Name: string; HostEditUrl: string };

inProcess('PutRelativeFile with X-WOPI-RelativeTarget', (host) => {
  const specific = (name: string, overwrite?: string): [string, string][] => [
    ['X-WOPI-RelativeTarget', encodeUtf7(name)],
    ...(overwrite === undefined ? [] : ([['X-WOPI-OverwriteRelativeTarget', overwrite]] as [string, string][])),
  ];
  /** A person with Target.docx, and a client that has Source.docx open. */
  const besideTarget = async () => {
    const person = await makePerson();
    const target = await host.document('old', 'Target.docx', person);
    return { target, person, client: await host.client(await host.document('x', 'Source.docx', person), { person }) };
  };

  test('a name that is free is taken exactly; one that is taken is 409 with a name to try; an illegal one 400', async () => {
    const { client } = await host.opened();
    expect((await client.putRelative(specific('Exact.docx'), 'x')).json<Copy>().Name).toBe('Exact.docx');
    const taken = await client.putRelative(specific('Exact.docx'), 'x');
    expect([taken.status, taken.headers['x-wopi-lock']]).toEqual([409, '']);
    expect(taken.headers['x-wopi-validrelativetarget']).toBe(encodeUtf7('Exact (1).docx'));
    expect((await client.putRelative(specific('a/b.docx'), 'x')).status).toBe(400);
    expect((await client.putRelative(specific(`${'x'.repeat(530)}.docx`), 'x')).status).toBe(400);
  });

  test('D12: True, true and TRUE overwrite, False does not', async () => {
    const { target, client } = await besideTarget();
    expect((await client.putRelative(specific('Target.docx', 'False'), 'new')).status).toBe(409);
    for (const [n, yes] of ['True', 'true', 'TRUE'].entries()) {
      const { HostEditUrl } = (await client.putRelative(specific('Target.docx', yes), `new ${n}`)).json<Copy>();
      expect(HostEditUrl).toBe(`${host.url}/edit/${target}`);
    }
    expect(await host.row(target)).toMatchObject({ version: 4, size: 5n });
  });

  test('B5: overwriting a locked target answers 409 with the lock of the target', async () => {
    const { target, person, client } = await besideTarget();
    await (await host.client(target, { person })).lock('target lock');
    for (const overwrite of ['true', 'false']) {
      const answer = await client.putRelative(specific('Target.docx', overwrite), 'new');
      expect([answer.status, answer.headers['x-wopi-lock']]).toEqual([409, 'target lock']);
    }
    expect((await host.row(target)).version).toBe(1);
  });

  test('an overwritten target forgets a lock that has ended: its old holder’s save is refused and kept', async () => {
    const { target, person, client } = await besideTarget();
    const holder = await host.client(target, { person });
    await holder.lock('ended');
    await host.expireLock(target);
    expect((await client.putRelative(specific('Target.docx', 'true'), 'new')).status).toBe(200);
    const late = await holder.putFile('late', 'ended', { modified: true });
    expect([late.status, late.headers['x-wopi-lock']]).toEqual([409, '']);
    expect(await host.row(target)).toMatchObject({ version: 2, size: 3n, recoveryCopies: [{ lockId: 'ended' }] });
  });

  test('a name that is taken leaves no bytes behind', async () => {
    const { client } = await besideTarget();
    const before = await storedKeys();
    expect((await client.putRelative(specific('Target.docx'), 'new')).status).toBe(409);
    expect(await storedKeys()).toEqual(before);
  });

  test('a view token saves a copy, and overwrites nothing: 501', async () => {
    const { target, person, client } = await besideTarget();
    const sourceId = client.options.wopiSrc.split('/').at(-1) ?? '';
    const viewing = await host.client(sourceId, { person, ceiling: 'view' });
    expect((await viewing.putRelative(specific('Target.docx', 'true'), 'new')).status).toBe(501);
    expect((await host.row(target)).version).toBe(1);
    expect((await viewing.putRelative(specific('Copy.docx', 'true'), 'new')).status).toBe(200);
  });

  test('S22: 50 parallel requests for one exact name: one 200, 49 × 409', async () => {
    const { client } = await besideTarget();
    const answers = await Promise.all(Array.from({ length: 50 }, () => client.putRelative(specific('One.docx'), 'x')));
    const statuses = answers.map((answer) => answer.status).sort();
    expect(statuses).toEqual([200, ...Array(49).fill(409)]);
  });
});

inProcess(
  'PutRelativeFile without a proof',
  (host) => {
    const onto = (name: string): [string, string][] => [
      ['X-WOPI-RelativeTarget', encodeUtf7(name)],
      ['X-WOPI-OverwriteRelativeTarget', 'true'],
    ];

    test('replaces nothing beside the document whose token it has: 501, and no token for that', async () => {
      const { client } = await host.opened('x', 'Source.docx');
      const payroll = await host.document('what they earn', 'Payroll.docx');
      const before = [await host.row(payroll), await storedKeys()];
      const answer = await client.putRelative(onto('Payroll.docx'), 'nothing');
      expect(answer.status).toBe(501);
      expect(answer.body.toString()).not.toContain('access_token');
      expect([await host.row(payroll), await storedKeys()]).toEqual(before);
      // A name that is free is none of another's.
      expect((await client.putRelative(onto('New.docx'), 'x')).status).toBe(200);
    });

    test('with a token that the operator issued it does: validators of hosts ask for it', async () => {
      const documentId = await host.document('x', 'Of operator.docx');
      const target = await host.document('old', 'Of operator too.docx');
      const { token } = await issueOperatorToken(host.anna, { documentId, ceiling: 'edit', hours: 1 });
      const client = await host.client(documentId, { accessToken: token, signer: null });
      expect((await client.putRelative(onto('Of operator too.docx'), 'new')).status).toBe(200);
      expect((await host.row(target)).version).toBe(2);
    });
  },
  { WOPI_PROOF: 'off' },
);
