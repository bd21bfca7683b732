import { expect, test } from 'vitest';
import { inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';

inProcess('PutUserInfo', (host) => {
  test('PutUserInfo is kept for the person and comes back with every document; more than 1024 characters are refused', async () => {
    const person = await makePerson();
    const [a, b] = [await host.document('a', 'a.docx', person), await host.document('b', 'b.docx', person)];
    const [first, second] = [await host.client(a, { person }), await host.client(b, { person })];
    expect((await first.checkFileInfo()).json()).not.toHaveProperty('UserInfo');
    expect((await first.putUserInfo('opaque string')).status).toBe(200);
    expect((await second.checkFileInfo()).json()).toMatchObject({ UserInfo: 'opaque string' });
    expect((await first.putUserInfo('x'.repeat(1025))).status).toBe(400);
    expect((await first.checkFileInfo()).json()).toMatchObject({ UserInfo: 'opaque string' });
    expect((await first.putUserInfo('x'.repeat(1024))).status).toBe(200);
  });

  test('what is no ASCII text is refused, and others see nothing of a person’s', async () => {
    const { documentId, client } = await host.opened();
    expect((await client.putUserInfo('Zoë')).status).toBe(400);
    expect((await client.putUserInfo('mine')).status).toBe(200);
    const ben = await makePerson('Ben');
    await host.grant(documentId, ben, 'editor');
    const info = (await (await host.client(documentId, { person: ben })).checkFileInfo()).json();
    expect(info).not.toHaveProperty('UserInfo');
  });
});
