import { expect, test } from 'vitest';
import { forbidCopies } from '@/lib/documents/forbid-copies';
import { inProcess } from '@/test/in-process-host';

const both: [string, string][] = [
  ['X-WOPI-SuggestedTarget', 'a.docx'],
  ['X-WOPI-RelativeTarget', 'a.docx'],
];
const conversion: [string, string][] = [['X-WOPI-FileConversion', 'true']];

inProcess('PutRelativeFile of a document whose owner forbids copies', (host) => {
  test('answers 501 whatever is asked, and CheckFileInfo says so, until copies are allowed again', async () => {
    const { documentId, client } = await host.opened();
    await forbidCopies(host.anna, { documentId, forbidden: true });
    expect((await client.checkFileInfo()).json()).toMatchObject({ UserCanNotWriteRelative: true });
    expect((await client.putRelative(both, 'x')).status).toBe(501);
    expect((await client.putRelativeFile('a.docx', 'x')).status).toBe(501);
    expect((await client.putRelativeFile('.docx', 'x', conversion)).status).toBe(501);
    await forbidCopies(host.anna, { documentId, forbidden: false });
    expect((await client.putRelativeFile('a.docx', 'x')).status).toBe(200);
  });
});

inProcess(
  'PutRelativeFile switched off',
  (host) => {
    test('every PUT_RELATIVE answers 501, the contradictory one too, and CheckFileInfo says so', async () => {
      const { client } = await host.opened();
      expect((await client.checkFileInfo()).json()).toMatchObject({ UserCanNotWriteRelative: true });
      expect((await client.putRelative(both, 'x')).status).toBe(501);
      expect((await client.putRelativeFile('a.docx', 'x')).status).toBe(501);
      expect((await client.putRelativeFile('.docx', 'x', conversion)).status).toBe(501);
    });
  },
  { WOPI_SAVE_COPY_AS: 'off' },
);

inProcess(
  'PutRelativeFile where the Document Server reaches the host by another address',
  (host) => {
    test('the Url of the copy is on WOPI_BASE_URL, its pages are on PUBLIC_URL, and proofs hold for the former', async () => {
      const base = 'http://portal.internal:8080/lectern';
      const { documentId, client } = await host.opened();
      expect((await client.putRelativeFile('Copy.docx', 'x')).status).toBe(500);
      // What is in front of the host took the path of the base away.
      const signUrl = `${base}/wopi/files/${documentId}?access_token=${client.options.accessToken}`;
      const answer = await client.putRelativeFile('Copy.docx', 'x', [], { signUrl });
      const copy = answer.json<{ Url: string; HostEditUrl: string; HostViewUrl: string }>();
      expect(copy.Url.startsWith(`${base}/wopi/files/`)).toBe(true);
      expect(copy.HostEditUrl.startsWith(`${host.url}/edit/`)).toBe(true);
      expect(copy.HostViewUrl.startsWith(`${host.url}/view/`)).toBe(true);
    });
  },
  { WOPI_BASE_URL: 'http://portal.internal:8080/lectern' },
);
