import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actionUrl } from '@/lib/wopi/discovery/action-url';
import { parseDiscovery } from '@/lib/wopi/discovery/parse-discovery';

const wopiSrc = 'https://portal.example/wopi/files/abc';
const encoded = 'https%3A%2F%2Fportal.example%2Fwopi%2Ffiles%2Fabc';
const fixture = readFileSync(path.join(import.meta.dirname, '../../fixtures/onlyoffice-discovery.xml'), 'utf8');

/** WOPISrc of a URL, whatever the case of its name. */
function sourceIn(url: string): string[] {
  return [...new URL(url).searchParams].filter(([name]) => name.toLowerCase() === 'wopisrc').map(([, value]) => value);
}

test('D15: placeholders with a value are filled, all others go as a whole', () => {
  const urlsrc =
    'https://ds/edit?embed=1&<rs=DC_LLCC&><dchat=DISABLE_CHAT&><hid=HOST_SESSION_ID&><sc=SESSION_CONTEXT&><thm=THEME_ID&><ui=UI_LLCC&><wopisrc=WOPI_SOURCE&>&';
  expect(actionUrl(urlsrc, { wopiSrc })).toBe(`https://ds/edit?embed=1&wopisrc=${encoded}`);
  expect(actionUrl(urlsrc, { wopiSrc, ui: 'de-DE', rs: 'de-CH', thm: '2', dchat: '1', sc: 'a&b=c d' })).toBe(
    `https://ds/edit?embed=1&rs=de-CH&dchat=1&sc=a%26b%3Dc%20d&thm=2&ui=de-DE&wopisrc=${encoded}`,
  );
});

test.each([
  ['https://ds/cool.html?', `https://ds/cool.html?WOPISrc=${encoded}`],
  ['https://ds/cool.html', `https://ds/cool.html?WOPISrc=${encoded}`],
  ['https://ds/x?a=1', `https://ds/x?a=1&WOPISrc=${encoded}`],
  ['https://ds/x?a=1&', `https://ds/x?a=1&WOPISrc=${encoded}`],
  ['https://ds/x?<ui=UI_LLCC&>', `https://ds/x?WOPISrc=${encoded}`],
])('§8.1: a urlsrc without a place for WOPISrc gets one at its end: %s', (urlsrc, url) => {
  expect(actionUrl(urlsrc, { wopiSrc })).toBe(url);
});

test.each(['<na=DISABLE_ASYNC>', '<x1=Y_2&>', '<x-y=A.B&>', '<=&>', '<a=constructor&>', '<a=__proto__&>'])(
  '§8.1: a placeholder that nobody knows leaves nothing behind: %s',
  (placeholder) => {
    expect(actionUrl(`https://ds/x?${placeholder}z=1`, { wopiSrc })).toBe(`https://ds/x?z=1&WOPISrc=${encoded}`);
  },
);

test('a value that looks like a replacement pattern or a placeholder is a value', () => {
  const url = actionUrl('https://ds/x?<sc=SESSION_CONTEXT&><ui=UI_LLCC&>', { wopiSrc, sc: "$&$1$'<ui=UI_LLCC&>" });
  expect(new URL(url).searchParams.get('sc')).toBe("$&$1$'<ui=UI_LLCC&>");
});

test('§8.1: the business flow is off: BUSINESS_USER leaves nothing behind', () => {
  const url = actionUrl('https://ds/x?<IsLicensedUser=BUSINESS_USER&><ui=UI_LLCC&>', { wopiSrc, ui: 'en-GB' });
  expect(url).toBe(`https://ds/x?ui=en-GB&WOPISrc=${encoded}`);
});

test('§8.2: further parameters come last, encoded, and take the place of none that is there', () => {
  const urlsrc = 'https://ds/x?wdShown=1&<ui=UI_LLCC&><wopisrc=WOPI_SOURCE&>';
  const more = [
    ['wdOrigin', 'a&WOPISrc=https://evil.example/#&access_token=x'],
    ['WDSHOWN', '2'],
    ['wdEmpty', ''],
  ] as const;
  const url = actionUrl(urlsrc, { wopiSrc, ui: 'en-GB', more });
  expect(url.startsWith(`https://ds/x?wdShown=1&ui=en-GB&wopisrc=${encoded}&`)).toBe(true);
  expect([...new URL(url).searchParams]).toEqual([
    ['wdShown', '1'],
    ['ui', 'en-GB'],
    ['wopisrc', wopiSrc],
    ['wdOrigin', 'a&WOPISrc=https://evil.example/#&access_token=x'],
    ['wdEmpty', ''],
  ]);
});

test('D15: every action of a real ONLYOFFICE becomes a URL with one WOPISrc and the language', () => {
  for (const { urlsrc } of parseDiscovery(fixture, 'http://127.0.0.1:8000').actions) {
    const url = actionUrl(urlsrc, { wopiSrc, ui: 'en-GB', thm: '1' });
    expect(sourceIn(url)).toEqual([wopiSrc]);
    expect(new URL(url).searchParams.get('ui')).toBe('en-GB');
    expect(url).not.toMatch(/[<>]|UI_LLCC|WOPI_SOURCE|&&|[?&]$/);
  }
});

test('§8.1: whatever the placeholders are, no < or > is left, and WOPISrc reads back', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abXY_19-'), minLength: 1, maxLength: 8 });
  const placeholder = fc
    .tuple(word, fc.oneof(word, fc.constantFrom('UI_LLCC', 'THEME_ID', 'DC_LLCC', 'SESSION_CONTEXT')), fc.boolean())
    .map(([name, value, hasAmpersand]) => `<${name}=${value}${hasAmpersand ? '&' : ''}>`);
  const part = fc.oneof(
    placeholder,
    placeholder,
    word.map((name) => `${name}=1&`),
    fc.constantFrom('<', '>', '<<', '<a', 'a>'),
  );
  const base = fc.constantFrom('https://ds/x?', 'https://ds/a/b?m=1&', 'https://ds/x?&');
  const text = fc.string({ unit: 'grapheme', maxLength: 20 });
  fc.assert(
    fc.property(base, fc.array(part, { maxLength: 8 }), fc.boolean(), text, text, (start, parts, hasPlace, id, sc) => {
      const source = `https://portal.example/wopi/files/${id}`;
      const url = actionUrl(start + parts.join('') + (hasPlace ? '&<wopisrc=WOPI_SOURCE&>' : ''), {
        wopiSrc: source,
        sc,
      });
      expect(url).not.toMatch(/[<>]/);
      expect(new URL(url).origin).toBe('https://ds');
      expect(sourceIn(url)).toEqual([source]);
    }),
    { numRuns: 2000 },
  );
});
