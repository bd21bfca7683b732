import { expect, test } from 'vitest';
import { inProcess } from '@/test/in-process-host';
import { Browser } from '@/test/wopi-client/browser';

const someId = 'a'.repeat(26);
const someToken = 'x'.repeat(48);

inProcess('The frame of the built-in client', (host) => {
  let annas: Browser;
  const post = async (
    more: {
      path?: string;
      query?: Record<string, string>;
      form?: Record<string, string>;
      init?: RequestInit;
      browser?: Browser;
    } = {},
  ) => {
    annas ??= await host.browser();
    const query = new URLSearchParams({ mode: 'edit', WOPISrc: host.wopiSrc(someId), ...more.query });
    const form = { access_token: someToken, access_token_ttl: '1800000000000', ...more.form };
    return (more.browser ?? annas).fetch(`${more.path ?? '/built-in/text'}?${query}`, {
      method: 'POST',
      body: new URLSearchParams(form),
      ...more.init,
    });
  };

  test('is given to who is signed in, for the portal’s own frames, and never kept', async () => {
    const answer = await post();
    expect(answer.status).toBe(200);
    const html = await answer.text();
    const nonce = /<script type="module" nonce="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(nonce).toMatch(/^[0-9A-Za-z+/]{22}==$/);
    expect(answer.headers.get('content-security-policy')).toBe(
      [
        "default-src 'none'",
        `script-src 'nonce-${nonce}' 'strict-dynamic'`,
        "worker-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "frame-src 'self'",
        "form-action 'none'",
        "frame-ancestors 'self'",
        "base-uri 'none'",
      ].join('; '),
    );
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const again = await (await post()).text();
    expect(again).not.toContain(nonce);
    const named = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);
    expect(named).toEqual(['/built-in/assets/text.css', '/built-in/assets/text.js']);
  });

  test('without a session it is 401, from another site 403, and what else is sent is never in the answer', async () => {
    annas ??= await host.browser();
    const nobody = new Browser(host.url, null, host.fetch);
    const refused = await post({ browser: nobody });
    expect(refused.status).toBe(401);
    expect(await refused.text()).not.toContain(someToken);
    for (const forged of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      annas.forged = forged;
      expect([forged, (await post()).status]).toEqual([forged, 403]);
    }
    annas.forged = {};
  });

  test('it is posted only: GET answers 405', async () => {
    annas ??= await host.browser();
    const { search } = new URL(`http://x/?mode=edit&WOPISrc=${encodeURIComponent(host.wopiSrc(someId))}`);
    expect((await annas.fetch(`/built-in/text${search}`)).status).toBe(405);
  });

  test('a WOPISrc that is no file of this host is 400', async () => {
    for (const WOPISrc of [
      `https://evil.example/wopi/files/${someId}`,
      `${host.url}.evil.example/wopi/files/${someId}`,
      `${host.url}@evil.example/wopi/files/${someId}`,
      `//evil.example/wopi/files/${someId}`,
      `/wopi/files/${someId}`,
      `${host.url}/wopi/files/`,
      `${host.url}/wopi/files/../../api/documents/${someId}`,
      `${host.url}/wopi/files/${someId}/contents`,
      `${host.url}/wopi/files/${someId}?x=`,
      `${host.url}/wopi/files/${someId}#x`,
      `${host.url}/wopi/containers/${someId}`,
      `${host.wopiSrc(someId)}</script><script>alert(1)</script>`,
      'javascript:alert(1)',
      '',
    ]) {
      const answer = await post({ query: { WOPISrc } });
      expect([WOPISrc, answer.status]).toEqual([WOPISrc, 400]);
      expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    }
  });

  test('a token that is none is 400 and never in the page: no markup gets in with it', async () => {
    for (const access_token of [
      '',
      'short',
      'x'.repeat(129),
      `${someToken}</script><script>alert(1)</script>`,
      `</script>${someToken}`,
      `${someToken}"`,
      `${someToken}\n`,
    ]) {
      const answer = await post({ form: { access_token } });
      expect([access_token, answer.status]).toEqual([access_token, 400]);
      expect(await answer.text()).not.toContain('alert(1)');
    }
  });

  test('another client, mode or expiry than there is, and what is no form, are 400 or 404, never 500', async () => {
    for (const more of [
      { path: '/built-in/nothing' },
      { query: { mode: 'own' } },
      { form: { access_token_ttl: 'soon' } },
      { form: { access_token_ttl: '-1' } },
      { init: { body: '{"access_token":"x"}', headers: { 'content-type': 'application/json' } } },
      { init: { body: 'access_token=x', headers: { 'content-type': 'text/plain' } } },
      { init: { body: null } },
      { init: { body: '--x', headers: { 'content-type': 'multipart/form-data; boundary=x' } } },
    ]) {
      const name = JSON.stringify(more).slice(0, 80);
      expect([name, (await post(more)).status]).toEqual([name, 400]);
    }
  });

  test('the preview’s frame is guarded in the same way', async () => {
    const answer = await post({ path: '/built-in/preview', query: { mode: 'view' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'nonce-");
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    const nobody = new Browser(host.url, null, host.fetch);
    expect((await post({ path: '/built-in/preview', browser: nobody })).status).toBe(401);
  });

  test('a form that is larger than any of ours is 400', async () => {
    expect((await post({ form: { filler: 'x'.repeat(1_000_000) } })).status).toBe(400);
  });
});
