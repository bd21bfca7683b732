import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { chooseFiles, item } from './list-steps';
import { password } from './portal';
import { fillSignIn, signIn } from './sign-in';
import { test } from './test';
import { expectOpen } from './version-steps';

let elsewhere: http.Server;
let foreign = '';
test.beforeAll(async () => {
  elsewhere = http.createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>Elsewhere</title><body></body>');
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  foreign = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`; // it listens on a port
});
test.afterAll(() => {
  elsewhere?.closeAllConnections();
  elsewhere?.close();
});

test('S30: opening the address of a hostile file starts a download and runs nothing', async ({
  page,
  portal,
  lena,
}) => {
  await portal.open(page);
  for (const [name, text] of [
    ['page.html', '<script>document.title="ran"</script>'],
    ['picture.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>document.title="ran"</script></svg>'],
    ['really html.docx', '<html><script>document.title="ran"</script>'],
    ['no extension', '<html><script>document.title="ran"</script>'],
  ] as const) {
    const id = await portal.document(lena, name, text);
    const download = page.waitForEvent('download');
    // The navigation ends without a page: it became the download.
    await page.goto(`${portal.url}/api/documents/${id}/content`).catch(() => null);
    expect((await download).suggestedFilename()).toBe(name);
    await expect(page).not.toHaveTitle('ran');
  }
});

test('S31: names that look like markup are shown as text', async ({ page, portal }) => {
  await portal.open(page);
  const errors: string[] = [];
  page.on('dialog', (dialog) => errors.push(dialog.message()));
  await chooseFiles(page, [{ name: '<img src=x onerror=alert(1)>.docx', text: 'x' }]);
  await expect(item(page, '_img src=x onerror=alert(1)_.docx')).toBeVisible();
  expect(errors).toEqual([]);
});

test('S33: another site cannot frame the portal', async ({ page, portal }) => {
  await page.goto(foreign);
  await page.evaluate((url) => {
    const frame = document.createElement('iframe');
    frame.src = url;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    return loaded;
  }, `${portal.url}/documents`);
  expect(page.frames().length).toBe(2);
  await expect(page.frameLocator('iframe').getByText('My documents')).toHaveCount(0);
  expect(await page.frames()[1]?.evaluate(() => document.body?.textContent ?? '')).not.toContain('My documents');
});

test('S34: messages from another window, from a sandboxed frame and of another shape have no effect', async ({
  page,
  portal,
  lena,
}) => {
  const address = `${portal.url}/edit/${await portal.document(lena, 'Letter.docx', 'x')}`;
  await page.goto(address);
  await expectOpen(page);
  await page.evaluate(() => {
    const hostile = ['UI_Close', 'UI_Edit', 'UI_Sharing', 'File_Rename'].map((MessageId) =>
      JSON.stringify({ MessageId, Values: { NewName: 'taken over' } }),
    );
    // our own origin, not the editor's
    for (const message of hostile) window.postMessage(message, '*');
    // the origin "null"
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.hidden = true;
    document.body.append(frame);
    for (const message of hostile) {
      window.dispatchEvent(new MessageEvent('message', { data: message, origin: 'null', source: frame.contentWindow }));
    }
  });
  // the editor's origin and window, another shape
  const frame = page.frames().find((each) => each.url().includes('/hosting/wopi/'));
  await frame?.evaluate(() => {
    for (const odd of ['UI_Close', '{', '[]', 'null', '{"MessageId":{}}', '{"MessageId":"__proto__"}'])
      parent.postMessage(odd, '*');
    parent.postMessage({ MessageId: 'UI_Close' }, '*');
  });
  // What comes last is honest, and it is the only one that counts.
  await frame?.evaluate(() =>
    parent.postMessage(JSON.stringify({ MessageId: 'File_Rename', Values: { NewName: 'Honest' } }), '*'),
  );
  await expect(page).toHaveTitle('Honest.docx — Lectern');
  expect(page.url()).toBe(address);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('S34: the editor leads the window away only when the person has clicked in it', async ({ page, portal, lena }) => {
  const said = (name: string) => `JSON.stringify({ MessageId: 'File_Rename', Values: { NewName: '${name}' } })`;
  const body = `<!doctype html><button type="button" onclick="top.location.href='${foreign}/asked'">Help</button><script>
    try { top.location.href = '${foreign}/unasked'; } catch { parent.postMessage(${said('Stopped')}, '*'); }
    window.open('${foreign}/unasked', '_top');
    parent.postMessage('{"MessageId":"App_LoadingStatus","Values":{"Status":"Document_Loaded"}}', '*');
    parent.postMessage(${said('Still here')}, '*');
  </script>`;
  await page.route('**/hosting/wopi/**', (route) => route.fulfill({ contentType: 'text/html', body }));
  const address = `${portal.url}/edit/${await portal.document(lena, 'Lured.docx', 'x')}`;
  await page.goto(address);
  await expect(page).toHaveTitle('Still here.docx — Lectern');
  expect(page.url()).toBe(address);
  await page.frameLocator('iframe').getByRole('button', { name: 'Help' }).click();
  await expect(page).toHaveURL(`${foreign}/asked`);
});

test('S36: after signing in, next leads nowhere but into the portal', async ({ newWindow: page, portal, lena }) => {
  for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)']) {
    await page.context().clearCookies();
    await page.goto(`${portal.url}/signin?next=${encodeURIComponent(next)}`);
    await fillSignIn(page, lena);
    await expect(page.getByRole('heading', { name: 'My documents' })).toBeVisible();
    expect(new URL(page.url()).origin).toBe(portal.url);
  }
});

test('a password is changed under Settings, and a wrong one says so', async ({ page, newWindow, portal, lena }) => {
  await page.goto(`${portal.url}/settings`);
  const change = async (current: string) => {
    await page.getByLabel('Current password').fill(current);
    await page.getByLabel('New password', { exact: true }).fill('a better password');
    await page.getByLabel('New password again').fill('a better password');
    await page.getByRole('button', { name: 'Change password' }).click();
  };
  await change('not this one');
  await expect(page.getByText('That is not your current password.').first()).toBeVisible();
  await change(password);
  await expect(page.getByText(/changed/i).first()).toBeVisible();
  await signIn(newWindow, portal.url, lena, 'a better password');
});
