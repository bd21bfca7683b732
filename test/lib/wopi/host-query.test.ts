import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actionUrl } from '@/lib/wopi/discovery/action-url';
import { readHostQuery } from '@/lib/wopi/host-query';

const nothing = { sessionContext: null, forwarded: [] };

test('§8.2: parameters that begin with wd are forwarded as they are, others are not', () => {
  const search = '?wdOrigin=OFFICECOM&wdPreviousSession=1-2&panel=versions&WdX=1&access_token=t&ui=de&a=wd';
  expect(readHostQuery(search)).toEqual({
    sessionContext: null,
    forwarded: [
      ['wdOrigin', 'OFFICECOM'],
      ['wdPreviousSession', '1-2'],
    ],
  });
  expect(readHostQuery('')).toEqual(nothing);
});

test.each(['wd=1', 'wd%26x=1', 'wd_x=1', 'wd.x=1', 'wd%20x=1', 'wd%C3%A4=1', `wd${'x'.repeat(61)}=1`])(
  'a name that is not wd and up to 60 letters and digits is left out: %s',
  (search) => expect(readHostQuery(search)).toEqual(nothing),
);

test('a value of more than 512 bytes is left out', () => {
  expect(readHostQuery(`wdA=${'a'.repeat(512)}`).forwarded).toHaveLength(1);
  expect(readHostQuery(`wdA=${'a'.repeat(513)}`).forwarded).toHaveLength(0);
  expect(readHostQuery(`wdA=${encodeURIComponent('ä'.repeat(257))}`).forwarded).toHaveLength(0);
});

test('all together take at most 2048 bytes of the URL', () => {
  const { forwarded } = readHostQuery(Array.from({ length: 900 }, (_, n) => `wd${n}=abc`).join('&'));
  const taken = forwarded.map(([name, value]) => `&${name}=${encodeURIComponent(value)}`).join('');
  expect(taken.length).toBeLessThanOrEqual(2048);
  expect(taken.length).toBeGreaterThan(2000);
});

test('of one name the first value counts, whatever its case: ONLYOFFICE makes names lower case', () => {
  expect(readHostQuery('wdA=1&wda=2&wdA=3').forwarded).toEqual([['wdA', '1']]);
});

test('§8.1: sc of at most 2048 bytes is the session context, a longer one is left out', () => {
  expect(readHostQuery('sc=a%26b%20c').sessionContext).toBe('a&b c');
  expect(readHostQuery(`sc=${'x'.repeat(2048)}`).sessionContext).toHaveLength(2048);
  expect(readHostQuery(`sc=${'x'.repeat(2049)}`).sessionContext).toBeNull();
  expect(readHostQuery(`sc=${encodeURIComponent('ä'.repeat(1025))}`).sessionContext).toBeNull();
  expect(readHostQuery('sc=').sessionContext).toBeNull();
});

test('whatever a stranger’s link says, the action URL keeps its origin, its path and one WOPISrc', () => {
  const wopiSrc = 'https://portal.example/wopi/files/abc';
  const urlsrc = 'https://ds/hosting/edit?<sc=SESSION_CONTEXT&><wopisrc=WOPI_SOURCE&>';
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      'wd',
      'wdA',
      '&',
      '=',
      '#',
      '%',
      '%26',
      '%00',
      '%ED%A0%80',
      '<',
      '>',
      '+',
      'wopisrc',
      'sc',
      '?',
      '/',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const { sessionContext, forwarded } = readHostQuery(pieces.join(''));
      const url = new URL(
        actionUrl(urlsrc, { wopiSrc, ...(sessionContext ? { sc: sessionContext } : {}), more: forwarded }),
      );
      expect([url.origin, url.pathname, url.hash]).toEqual(['https://ds', '/hosting/edit', '']);
      const names = [...url.searchParams.keys()];
      expect(names.filter((name) => !/^wd[A-Za-z0-9]{1,60}$/.test(name) && name !== 'sc')).toEqual(['wopisrc']);
      expect(url.searchParams.get('wopisrc')).toBe(wopiSrc);
    }),
    { numRuns: 2000 },
  );
});
