import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltServer, type DoorName, startServer } from '@/test/built-server';

describe.each<DoorName>(['node', 'next'])('the page of a sandbox behind the %s door', (door) => {
  let server: BuiltServer;
  beforeAll(async () => {
    server = await startServer({ door });
  });
  afterAll(() => server.stop());

  test.each(['docx', 'pdf', 'image'])('%s has no origin, one script of ours, and asks for nothing', async (kind) => {
    const answer = await fetch(`${server.url}/built-in/sandbox/${kind}`);
    const policy = (answer.headers.get('content-security-policy') ?? '').split('; ');
    expect(policy).toEqual(
      expect.arrayContaining([
        'sandbox allow-scripts',
        "default-src 'none'",
        `script-src ${server.url}/built-in/assets/sandbox-${kind}.js${kind === 'pdf' ? " 'wasm-unsafe-eval'" : ''}`,
        "connect-src 'none'",
        'img-src blob: data:',
        "form-action 'none'",
        "base-uri 'none'",
        `frame-ancestors ${server.url}`,
      ]),
    );
    expect(policy.filter((rule) => rule.startsWith('worker-src'))).toEqual(kind === 'pdf' ? ['worker-src blob:'] : []);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect((await fetch(`${server.url}/built-in/assets/sandbox-${kind}.js`)).status).toBe(200);
  });

  test.each(['text', 'html', '..%2Fx'])('there is none for %s', async (kind) => {
    expect((await fetch(`${server.url}/built-in/sandbox/${kind}`)).status).toBe(404);
  });
});
