import { expect, test } from 'vitest';
import { throughBothDoors } from './host';
import { signInOverHttp } from './sign-in-over-http';

throughBothDoors('One process', (host) => {
  test('what a client saves and renames through /wopi a page and a download of the same process show at once', async () => {
    const { documentId, client } = await host.opened('before', `Before ${host.door}.txt`);
    await client.lock('A');
    await client.putFile('saved through /wopi', 'A', { modified: true });
    await client.renameFile(`Renamed ${host.door}`, 'A');
    const session = await signInOverHttp(host.url, host.anna.email, 'correct horse battery');
    const page = await (await fetch(`${host.url}/documents`, { headers: session })).text();
    expect(page).toContain(`Renamed ${host.door}.txt`);
    expect(page).toContain('are editing');
    const content = await fetch(`${host.url}/api/documents/${documentId}/content`, { headers: session });
    expect(await content.text()).toBe('saved through /wopi');
    expect(content.headers.get('content-disposition')).toContain('attachment');
  });
});
