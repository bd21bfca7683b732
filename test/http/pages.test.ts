import { expect, test } from 'vitest';
import { throughBothDoors } from './host';
import { signInOverHttp } from './sign-in-over-http';

const hostileFiles: [string, Buffer][] = [
  ['page.html', Buffer.from('<script>window.__xss=1</script>')],
  ['picture.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>window.__xss=1</script></svg>')],
  ['polyglot.gif', Buffer.from('GIF89a/*<script>window.__xss=1</script>*/=1;')],
  ['utf16.html', Buffer.from('\ufeff<script>window.__xss=1</script>', 'utf16le')],
  ['no extension', Buffer.from('<html><script>window.__xss=1</script>')],
  ['really html.docx', Buffer.from('<html><script>window.__xss=1</script>')],
  [
    'feed.xml',
    Buffer.from('<?xml version="1.0"?><x xmlns="http://www.w3.org/1999/xhtml"><script>window.__xss=1</script></x>'),
  ],
];

throughBothDoors('What is served', (host) => {
  test.each(hostileFiles)('S30: %s is a download of a harmless type that may run nothing', async (name, bytes) => {
    const session = await signInOverHttp(host.url, host.anna.email, 'correct horse battery');
    const documentId = await host.document(bytes, name);
    const answer = await fetch(`${host.url}/api/documents/${documentId}/content`, { headers: session });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain("sandbox; default-src 'none'");
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(answer.headers.get('cache-control')).toContain('no-store');
    expect(answer.headers.get('content-type')).not.toMatch(/html|svg|xml(?!formats)|javascript/);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
  });

  test('S32 S33: every page has a policy with a nonce of its own, cannot be framed by others and is not stored', async () => {
    const session = await signInOverHttp(host.url, host.anna.email, 'correct horse battery');
    const documentId = await host.document();
    const nonces = new Set<string>();
    const pages = ['/signin', '/documents', '/settings', `/edit/${documentId}`, `/view/${documentId}`];
    for (const path of pages) {
      const answer = await fetch(host.url + path, { headers: path === '/signin' ? {} : session });
      expect([path, answer.status]).toEqual([path, 200]);
      const policy = answer.headers.get('content-security-policy') ?? '';
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
      nonces.add(nonce);
      // Only the pages that frame the editor allow its origin.
      const editor = /^\/(edit|view)\//.test(path) ? ` ${host.documentServer.url}` : '';
      for (const part of [
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'self'",
        `frame-src 'self'${editor};`,
        `form-action 'self'${editor};`,
      ]) {
        expect(policy).toContain(part);
      }
      expect(policy).toMatch(/script-src [^;]*'strict-dynamic'/);
      expect(policy).not.toMatch(/script-src [^;]*unsafe/);
      expect(answer.headers.get('x-frame-options')).toBe('SAMEORIGIN');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('x-powered-by')).toBeNull();
      expect(answer.headers.get('cache-control')).toContain('no-store');
    }
    expect(nonces.size).toBe(pages.length);
  });

  test('S36: next and callbackUrl never lead away from the portal', async () => {
    const session = await signInOverHttp(host.url, host.anna.email, 'correct horse battery');
    const elsewhere = [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      'https:evil.example',
      '/%09/evil.example',
      'javascript:alert(1)',
      `${host.url}@evil.example`,
    ];
    for (const target of elsewhere) {
      for (const name of ['next', 'callbackUrl']) {
        const answer = await fetch(`${host.url}/signin?${name}=${encodeURIComponent(target)}`, {
          headers: session,
          redirect: 'manual',
        });
        const location = answer.headers.get('location') ?? '/';
        expect(new URL(location, host.url).origin).toBe(host.url);
      }
    }
  });
});
