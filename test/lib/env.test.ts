import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSettings, sharedHost } from '@/lib/env';
import { isAppError } from '@/lib/errors';

function refusal(raw: Record<string, string>): string {
  try {
    readSettings(raw);
  } catch (error) {
    if (isAppError(error) && error.code === 'settings') return error.message;
    throw error;
  }
  return '';
}

describe('the settings', () => {
  test('are complete when none is set', () => {
    const settings = readSettings({});
    expect(settings.PUBLIC_URL).toBe('http://localhost:3000');
    expect(settings.WOPI_BASE_URL).toBe('http://localhost:3000');
    expect(settings.DOCUMENT_SERVER_URL).toBeUndefined();
    expect(settings.DATABASE_URL).toBe(`file:${path.resolve('data', 'lectern.db')}`);
    expect(settings.isSecure).toBe(false);
  });

  test('count an empty value as not set', () => {
    expect(readSettings({ PORT: '', WOPI_PROOF: '' })).toEqual(readSettings({}));
  });

  test('take PUBLIC_URL for the Document Server too unless WOPI_BASE_URL says otherwise', () => {
    expect(readSettings({ PUBLIC_URL: 'https://docs.example.org/' }).WOPI_BASE_URL).toBe('https://docs.example.org');
    const both = readSettings({ PUBLIC_URL: 'https://docs.example.org', WOPI_BASE_URL: 'http://10.0.0.4:3000/' });
    expect(both.WOPI_BASE_URL).toBe('http://10.0.0.4:3000');
    expect(both.isSecure).toBe(true);
  });

  test('split lists at commas and blanks', () => {
    expect(readSettings({ WOPI_ALLOWED_CIDRS: '10.0.0.0/8, 192.168.1.7/32  ::1' }).WOPI_ALLOWED_CIDRS).toEqual([
      '10.0.0.0/8',
      '192.168.1.7/32',
      '::1',
    ]);
  });

  test.each(['WOPI_ALLOWED_CIDRS', 'TRUSTED_PROXIES'])('take addresses and networks of both families in %s', (name) => {
    const networks = '10.0.0.0/8,192.168.1.7, 2001:db8::/32 ::1 ::ffff:192.0.2.0/120 0.0.0.0/1';
    expect(refusal({ [name]: networks })).toBe('');
  });

  test.each(['WOPI_ALLOWED_CIDRS', 'TRUSTED_PROXIES'])(
    'refuse what is no address and no network in %s, and say which entry it is',
    (name) => {
      for (const entry of ['10.0.0/8', '192.168.1.7/33', '10.0.0.0/', '10.0.0.1-10.0.0.9', 'proxy.example.org', '*']) {
        const said = refusal({ [name]: `192.0.2.0/24, ${entry}, ::1` });
        expect(said).toContain(`${name}: “${entry}” is no address and no network`);
        expect(said).not.toContain('192.0.2.0/24');
      }
    },
  );

  test('refuse to trust everybody as a proxy: whoever asks could then name any address', () => {
    for (const entry of ['0.0.0.0/0', '::/0', '10.1.2.3/0', '::ffff:0:0/96', '::ffff:0.0.0.0/96']) {
      expect(refusal({ TRUSTED_PROXIES: `10.0.0.0/8 ${entry}` })).toContain(`TRUSTED_PROXIES: “${entry}” is everybody`);
      expect(refusal({ WOPI_ALLOWED_CIDRS: entry })).toBe('');
    }
  });

  test.each([
    ['PORT', '70000'],
    ['PUBLIC_URL', 'ftp://example.org'],
    ['DOCUMENT_SERVER_URL', 'documents.example.org'],
    ['WOPI_PROOF', 'sometimes'],
    ['WOPI_SAVE_COPY_AS', 'yes'],
    ['DATABASE_URL', 'mysql://localhost/lectern'],
    ['ADMIN_EMAIL', 'nobody'],
    ['ADMIN_PASSWORD', 'short'],
    ['MAX_DOCUMENT_BYTES', '0'],
    ['AUDIT_RETENTION_DAYS', '0'],
    ['LOG_LEVEL', 'loud'],
  ])('refuse a wrong %s by its name', (name, value) => {
    expect(refusal({ [name]: value })).toContain(name);
  });

  test.each(['http://localhost:3000/docs', 'https://example.org/a/b/'])(
    'refuse a PUBLIC_URL with a path, since pages and cookies begin at the root: %s',
    (url) => {
      expect(refusal({ PUBLIC_URL: url })).toMatch(
        /PUBLIC_URL: must have no path: Lectern needs an address of its own/,
      );
    },
  );

  test('take a path for the other addresses: a Document Server may share its name', () => {
    const settings = readSettings({
      WOPI_BASE_URL: 'http://10.0.0.4:3000/lectern/',
      DOCUMENT_SERVER_URL: 'https://office.example.org/docs/',
    });
    expect(settings.WOPI_BASE_URL).toBe('http://10.0.0.4:3000/lectern');
    expect(settings.DOCUMENT_SERVER_URL).toBe('https://office.example.org/docs');
  });

  test('take PUBLIC_URL as browsers write an origin', () => {
    const settings = readSettings({ PUBLIC_URL: 'HTTPS://Docs.Example.org:443/' });
    expect([settings.PUBLIC_URL, settings.isSecure]).toEqual(['https://docs.example.org', true]);
  });

  test.each(['https://example.org/?a=b', 'https://example.org#top', 'https://me:secret@example.org'])(
    'refuse an address with more than an address in it: %s',
    (url) => {
      expect(refusal({ PUBLIC_URL: url })).toContain('PUBLIC_URL');
      expect(refusal({ DOCUMENT_SERVER_URL: url })).toContain('DOCUMENT_SERVER_URL');
      expect(refusal({ PUBLIC_URL: url })).not.toContain('secret');
    },
  );

  test('name every wrong setting in one refusal', () => {
    expect(refusal({ PORT: 'x', WOPI_PROOF: 'x' })).toMatch(/PORT.*WOPI_PROOF/);
  });
});

describe('the host names of portal and Document Server', () => {
  const urls = { PUBLIC_URL: 'http://localhost:3000', DOCUMENT_SERVER_URL: 'http://localhost:8080' };

  test('must differ: browsers would send the session cookie to both, whatever the port, on https too', () => {
    for (const [portal, server] of [
      ['http://localhost:3000', 'http://localhost:8080'],
      ['https://docs.example.org', 'https://docs.example.org:8443'],
      ['https://docs.example.org', 'https://DOCS.example.org/office'],
      ['http://192.168.1.7:3000', 'http://192.168.1.7'],
    ] as const) {
      const said = refusal({ PUBLIC_URL: portal, DOCUMENT_SERVER_URL: server, NODE_ENV: 'production' });
      expect(said).toContain('two names');
      expect(said).toContain('127.0.0.1');
    }
  });

  test('while developing the start goes on', () => {
    expect(refusal({ ...urls, NODE_ENV: 'development' })).toBe('');
    expect(sharedHost(readSettings(urls))).toBe('localhost');
  });

  test('may be two names of one machine, or names in one domain', () => {
    for (const server of ['http://127.0.0.1:8080', 'http://office.localhost:8080', 'https://office.example.org']) {
      expect(refusal({ ...urls, DOCUMENT_SERVER_URL: server, NODE_ENV: 'production' })).toBe('');
    }
    expect(refusal({ PUBLIC_URL: 'http://localhost:3000', NODE_ENV: 'production' })).toBe('');
  });
});
