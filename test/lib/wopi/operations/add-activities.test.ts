import { expect, test } from 'vitest';
import { listActivity } from '@/lib/activities/list-activity';
import { newId } from '@/lib/shared/new-id';
import { inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';
import type { WopiClient } from '@/test/wopi-client/wopi-client';

type Responses = { ActivityResponses: { Id: string; Status: number }[] };

const comment = (Id: string, Data: Record<string, unknown> = {}) => ({
  Type: 'comment',
  Id,
  Timestamp: '2026-02-03T04:05:06.000Z',
  Data: { ContentId: 'c1', ContentAction: 'created', CommentText: 'Is this right?', ...Data },
  People: [{ Name: 'Boris', Id: 'b', Provider: 'AD', Mentioned: true, Extra: 1 }],
  SomethingNew: { a: 1 },
});

inProcess('AddActivities', (host) => {
  const add = (client: WopiClient, activities: unknown) =>
    client.send(
      'POST',
      '',
      [['X-WOPI-Override', 'ADD_ACTIVITIES']],
      Buffer.from(JSON.stringify({ Activities: activities })),
    );

  test('comments are kept, answered by their ids, and told in the document’s activity', async () => {
    const { client, documentId } = await host.opened();
    expect((await client.checkFileInfo()).json()).toMatchObject({ SupportsAddActivities: true });
    const ids = [newId(), `{${newId().toUpperCase()}}`];
    const answer = await add(
      client,
      ids.map((id) => comment(id)),
    );
    expect(answer.status).toBe(200);
    expect(answer.json<Responses>().ActivityResponses).toEqual(ids.map((Id) => ({ Id, Status: 0 })));
    const told = await listActivity(host.anna, { documentId });
    expect(told.filter((entry) => entry.kind === 'comment.created')).toHaveLength(2);
    expect(told[0]).toMatchObject({ text: 'Is this right?', who: { name: host.anna.name } });
  });

  test('the same report twice is one activity', async () => {
    const { client, documentId } = await host.opened();
    const one = comment(newId());
    await add(client, [one, one]);
    expect((await add(client, [one])).json<Responses>().ActivityResponses).toEqual([{ Id: one.Id, Status: 0 }]);
    const told = await listActivity(host.anna, { documentId });
    expect(told.filter((entry) => entry.kind === 'comment.created')).toHaveLength(1);
  });

  test('an unknown type, and a comment of an unknown shape, are answered with status 3 and the rest is kept', async () => {
    const { client, documentId } = await host.opened();
    const answer = await add(client, [
      { Type: 'dance', Id: 'x1', Data: { Steps: 3 } },
      comment('x2', { ContentAction: 'sung' }),
      comment('x3', { ContentId: 'c'.repeat(1025) }),
      comment('x4', { NavigationId: 'n'.repeat(1024), IsReply: true }),
    ]);
    expect(answer.json<Responses>().ActivityResponses.map((each) => each.Status)).toEqual([3, 3, 3, 0]);
    expect((await listActivity(host.anna, { documentId })).map((entry) => entry.kind)).toEqual([
      'comment.created',
      'document.create',
    ]);
  });

  test.each(['', '[]', '{"Activities":{}}', '{"Activities":[{"Type":"comment"}]}', '{"Activities":[1]}', 'no JSON'])(
    'a body that is no list of activities is 400: %s',
    async (text) => {
      const { client } = await host.opened();
      const answer = await client.send('POST', '', [['X-WOPI-Override', 'ADD_ACTIVITIES']], Buffer.from(text));
      expect(answer.status).toBe(400);
    },
  );

  test('more than 1 MiB is 413 and nothing of it is kept', async () => {
    const { client, documentId } = await host.opened();
    const answer = await add(client, [comment('big', { CommentText: 'x'.repeat(1024 * 1024) })]);
    expect(answer.status).toBe(413);
    expect((await listActivity(host.anna, { documentId })).map((entry) => entry.kind)).toEqual(['document.create']);
  });

  test('who may only view reports nothing: 404', async () => {
    const documentId = await host.document();
    const viewer = await makePerson();
    await host.grant(documentId, viewer, 'viewer');
    const client = await host.client(documentId, { person: viewer, ceiling: 'view' });
    expect((await add(client, [comment('v')])).status).toBe(404);
    const commenter = await makePerson();
    await host.grant(documentId, commenter, 'commenter');
    expect((await add(await host.client(documentId, { person: commenter }), [comment('w')])).status).toBe(200);
  });
});
