import { expect, test } from 'vitest';
import { isLinkOut, readSandboxMessage } from '@/app/built-in/_preview/read-sandbox-message';

test('a sandbox may ask for the files of pdf.js and for no other', () => {
  for (const name of ['worker.js', 'cmaps/UniGB-UCS2-H.bcmap', 'fonts/FoxitSymbol.pfb', 'wasm/openjpeg.wasm']) {
    expect(readSandboxMessage({ kind: 'asset', name })).toEqual({ kind: 'asset', name });
  }
  for (const name of ['../text.js', 'fonts/../../x.ttf', '/api/documents', 'https://example.com/a.wasm', '', 7, null]) {
    expect(readSandboxMessage({ kind: 'asset', name })).toBeNull();
  }
});

test('only links to the web and to a mail leave a sandbox', () => {
  for (const href of ['https://example.com/a?b#c', 'http://example.com', 'mailto:lena@example.com']) {
    expect(isLinkOut(href)).toBe(true);
  }
  const wrong = [
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'file:///a',
  ];
  for (const href of [...wrong, 'blob:x', '/documents', '//example.com', '', `https://a/${'b'.repeat(5000)}`]) {
    expect(isLinkOut(href), href).toBe(false);
    expect(readSandboxMessage({ kind: 'link', href })).toBeNull();
  }
});

test('whatever else a sandbox says has no effect, and numbers stay numbers', () => {
  for (const data of [null, 7, 'ready', {}, { kind: 'open' }, { kind: 'navigate', href: '/' }, []]) {
    expect(readSandboxMessage(data)).toBeNull();
  }
  expect(readSandboxMessage({ kind: 'failed', reason: '<b>' })).toEqual({ kind: 'failed', reason: 'damaged' });
  expect(readSandboxMessage({ kind: 'state', zoom: Number.NaN, page: 'x', pages: -4, isFitted: 1 })).toEqual({
    kind: 'state',
    zoom: 0,
    isFitted: false,
    page: 0,
    pages: 0,
  });
});
