import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import { admin, Portal } from './portal';

let portal: Portal;
let elsewhere: http.Server;
let foreign = '';

test.beforeAll(async () => {
  portal = await Portal.start();
  elsewhere = http.createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>Elsewhere</title><body></body>');
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  foreign = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`; // it listens on a port
});
test.afterAll(async () => {
  elsewhere?.close();
  await portal?.stop();
});

async function upload(page: Page, name: string, text: string, shown = name): Promise<string> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
  await (await chooser).setFiles({ name, mimeType: '', buffer: Buffer.from(text) });
  const href = await page.getByRole('link', { name: shown, exact: true }).getAttribute('href');
  return href?.split('/').at(-1) ?? '';
}

test('S30: opening the address of a hostile file starts a download and runs nothing', async ({ page }) => {
  await portal.signInAnew(page);
  for (const [name, text] of [
    ['page.html', '<script>document.title="ran"</script>'],
    ['picture.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>document.title="ran"</script></svg>'],
    ['really html.docx', '<html><script>document.title="ran"</script>'],
    ['no extension', '<html><script>document.title="ran"</script>'],
  ] as const) {
    const id = await upload(page, name, text);
    const download = page.waitForEvent('download');
    await page.goto(`${portal.server.url}/api/documents/${id}/content`).catch(() => null);
    expect((await download).suggestedFilename()).toBe(name);
    await expect(page).not.toHaveTitle('ran');
    await page.goto(`${portal.server.url}/documents`);
  }
});

test('S31: names that look like markup are shown as text', async ({ page }) => {
  await portal.signInAnew(page);
  const errors: string[] = [];
  page.on('dialog', (dialog) => errors.push(dialog.message()));
  await upload(page, '<img src=x onerror=alert(1)>.docx', 'x', '_img src=x onerror=alert(1)_.docx');
  expect(errors).toEqual([]);
});

test('S33: another site cannot frame the portal', async ({ page }) => {
  await portal.signInAnew(page);
  await page.goto(foreign);
  await page.evaluate((url) => {
    const frame = document.createElement('iframe');
    frame.src = url;
    document.body.append(frame);
  }, `${portal.server.url}/documents`);
  await expect.poll(() => page.frames().length).toBe(2);
  await expect(page.frameLocator('iframe').getByText('My documents')).toHaveCount(0);
  expect(await page.frames()[1]?.evaluate(() => document.body?.textContent ?? '')).not.toContain('My documents');
});

test('S34: messages from another window, from a sandboxed frame and of another shape have no effect', async ({
  page,
}) => {
  await portal.signInAnew(page);
  const id = await upload(page, 'Letter.docx', 'x');
  const address = `${portal.server.url}/edit/${id}`;
  await page.goto(address);
  const editor = page.frameLocator('iframe').getByLabel('Text of the document');
  await expect(editor).toBeVisible();
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

test('S34: the editor leads the window away only when the person has clicked in it', async ({ page }) => {
  await portal.signInAnew(page);
  const id = await upload(page, 'Lured.docx', 'x');
  const said = (name: string) => `JSON.stringify({ MessageId: 'File_Rename', Values: { NewName: '${name}' } })`;
  const body = `<!doctype html><button type="button" onclick="top.location.href='${foreign}/asked'">Help</button><script>
    try { top.location.href = '${foreign}/unasked'; } catch { parent.postMessage(${said('Stopped')}, '*'); }
    window.open('${foreign}/unasked', '_top');
    parent.postMessage('{"MessageId":"App_LoadingStatus","Values":{"Status":"Document_Loaded"}}', '*');
    parent.postMessage(${said('Still here')}, '*');
  </script>`;
  await page.route('**/hosting/wopi/**', (route) => route.fulfill({ contentType: 'text/html', body }));
  const address = `${portal.server.url}/edit/${id}`;
  await page.goto(address);
  await expect(page).toHaveTitle('Still here.docx — Lectern');
  expect(page.url()).toBe(address);
  await page.frameLocator('iframe').getByRole('button', { name: 'Help' }).click();
  await expect(page).toHaveURL(`${foreign}/asked`);
});

test('S36: after signing in, next leads nowhere but into the portal', async ({ page }) => {
  for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)']) {
    await page.context().clearCookies();
    await page.goto(`${portal.server.url}/signin?next=${encodeURIComponent(next)}`);
    await page.getByLabel('E-mail').fill(admin.email);
    await page.getByLabel('Password').fill(admin.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { name: 'My documents' })).toBeVisible();
    expect(new URL(page.url()).origin).toBe(portal.server.url);
  }
});

test('a password is changed under Settings, and a wrong one says so', async ({ page }) => {
  await portal.run('create-user', 'nora@example.com', '--name', 'Nora').then(async (made) => {
    const { password } = made as { password: string }; // the command's JSON
    await portal.signInAnew(page, { email: 'nora@example.com', password });
    await page.goto(`${portal.server.url}/settings`);
    await page.getByLabel('Current password').fill('not this one');
    await page.getByLabel('New password', { exact: true }).fill('a better password');
    await page.getByLabel('New password again').fill('a better password');
    await page.getByRole('button', { name: 'Change password' }).click();
    await expect(
      page
        .getByRole('alert')
        .filter({ hasText: /password/i })
        .first(),
    ).toBeVisible();
    await page.getByLabel('Current password').fill(password);
    await page.getByLabel('New password', { exact: true }).fill('a better password');
    await page.getByLabel('New password again').fill('a better password');
    await page.getByRole('button', { name: 'Change password' }).click();
    await expect(page.getByText(/changed/i).first()).toBeVisible();
  });
  await page.context().clearCookies();
  await portal.signInAnew(page, { email: 'nora@example.com', password: 'a better password' });
});
