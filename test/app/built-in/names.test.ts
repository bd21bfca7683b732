import { expect, test } from 'vitest';
import { inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';

inProcess('Names in the built-in client', (host) => {
  test.each(['Grüße', 'Plan 😀', 'a + b', '日本語'])('renames with the lock, and without one: %s', async (base) => {
    const person = await makePerson();
    const browser = await host.browser(person);
    const documentId = await host.document('x', 'Notes.txt', person);
    const session = await host.builtIn(documentId, browser);
    const renamed = await session.ask((file) => file.renameFile(base, session.tab?.id ?? null));
    expect([renamed.status, await renamed.response?.json()]).toEqual([200, { Name: base }]);
    expect(await host.row(documentId)).toMatchObject({ name: `${base}.txt`, version: 1 });
    const refused = await session.ask((file) => file.renameFile('no', null));
    expect([refused.status, refused.headers.get('x-wopi-lock')]).toEqual([409, session.tab?.id]);
    await session.close();
    const free = await session.ask((file) => file.renameFile(`${base} 2`, null));
    expect([free.status, await free.response?.json()]).toEqual([200, { Name: `${base} 2` }]);
  });

  test('Save Copy As makes a document beside it, whose Url this session uses at once, with a token of its kind on the address of the page', async () => {
    const person = await makePerson();
    const browser = await host.browser(person);
    const documentId = await host.document('x', 'Plan + 😀.md', person);
    const session = await host.builtIn(documentId, browser);
    session.text = 'copied';
    const answer = await session.ask((file) => file.putRelativeFile('Plan + 😀.md', session.bytes()));
    expect(answer.status).toBe(200);
    const copy: { Name: string; Url: string; HostEditUrl: string } = await (
      answer.response ?? Response.json({})
    ).json();
    expect(copy.Name).toBe('Plan + 😀 (1).md');
    const [wopiSrc = '', token = ''] = copy.Url.split('?access_token=');
    const id = copy.HostEditUrl.split('/').at(-1) ?? '';
    expect(wopiSrc).toBe(`${browser.origin}/wopi/files/${id}`);
    const content = await browser.fetch(`${wopiSrc}/contents`, { headers: { authorization: `Bearer ${token}` } });
    expect([content.status, await content.text()]).toEqual([200, 'copied']);
    expect((await host.fetch(copy.Url)).status).toBe(401);
    expect(await host.row(id)).toMatchObject({ copiedFromId: documentId, isConversion: false, lockId: null });
    expect(await host.row(documentId)).toMatchObject({ version: 1, lockId: session.tab?.id });
    await session.close();
  });
});
