import { createHash } from 'node:crypto';
import { NextRequest } from 'next/server';
import { beforeAll, expect, test, vi } from 'vitest';
import { themeScript } from '@/lib/shared/theme-script';

let policyOf: (address: string) => Promise<{ policy: Map<string, string>; headers: Headers }>;

beforeAll(async () => {
  process.env.DOCUMENT_SERVER_URL = 'https://office.example.com/docs';
  vi.stubEnv('NODE_ENV', 'production');
  const { proxy } = await import('@/proxy');
  policyOf = async (address) => {
    const { headers } = proxy(
      new NextRequest(`https://portal.example.com${address}`, { headers: { 'x-lectern-path': '/evil' } }),
    );
    const text = headers.get('content-security-policy') ?? '';
    const policy = new Map(text.split('; ').map((part) => [part.split(' ', 1)[0] ?? '', part]));
    return { policy, headers };
  };
});

test('S32: a page runs only scripts with its own nonce and the one theme script', async () => {
  const { policy } = await policyOf('/documents');
  const script = policy.get('script-src') ?? '';
  const hash = createHash('sha256').update(themeScript).digest('base64');
  expect(script).toMatch(/^script-src 'nonce-[A-Za-z0-9+/]{22}==' 'sha256-[^']+' 'strict-dynamic'$/);
  expect(script).toContain(`'sha256-${hash}'`);
  expect(policy.get('object-src')).toBe("object-src 'none'");
  expect(policy.get('base-uri')).toBe("base-uri 'none'");
  expect(policy.get('default-src')).toBe("default-src 'self'");
});

test('S32: no two pages have the same nonce', async () => {
  const nonces = await Promise.all(Array.from({ length: 20 }, () => policyOf('/documents')));
  expect(new Set(nonces.map(({ policy }) => policy.get('script-src'))).size).toBe(20);
});

test('S32: frames and forms reach the Document Server’s origin and nobody else’s', async () => {
  const { policy } = await policyOf('/edit/abc');
  expect(policy.get('frame-src')).toBe("frame-src 'self' https://office.example.com");
  expect(policy.get('form-action')).toBe("form-action 'self' https://office.example.com");
});

test('P2.14: only the pages that frame the editor know the Document Server', async () => {
  for (const address of ['/documents', '/folders/edit', '/signin', '/search?q=/edit/']) {
    const { policy } = await policyOf(address);
    expect([policy.get('frame-src'), policy.get('form-action')]).toEqual(["frame-src 'self'", "form-action 'self'"]);
    expect([...policy.values()].join()).not.toContain('office.example.com');
  }
});

test('S33: only the portal itself may frame its pages', async () => {
  expect((await policyOf('/edit/abc')).policy.get('frame-ancestors')).toBe("frame-ancestors 'self'");
});

test('a page is told its own path, whatever the request claims', async () => {
  const { headers } = await policyOf('/edit/abc?x=1');
  expect(headers.get('x-middleware-request-x-lectern-path')).toBe('/edit/abc?x=1');
});
