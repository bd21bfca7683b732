import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findAction } from '@/lib/wopi/discovery/find-action';
import { parseDiscovery } from '@/lib/wopi/discovery/parse-discovery';

const fixture = readFileSync(path.join(import.meta.dirname, '../../fixtures/onlyoffice-discovery.xml'), 'utf8');
const own = 'http://127.0.0.1:8000';
const refused = expect.objectContaining({ code: 'unavailable' });
const keyElement = /<proof-key [^>]*\/>/;

/** A small discovery document with one action. */
function small(urlsrc: string, more: { keys?: string; zone?: string } = {}): string {
  const { keys = '', zone = 'external-https' } = more;
  const action = `<action name="edit" ext="docx" urlsrc="${urlsrc}"/><action name="view" ext="docx" urlsrc="${own}/view?"/>`;
  return `<wopi-discovery><net-zone name="${zone}"><app name="Word">${action}</app></net-zone>${keys}</wopi-discovery>`;
}
const editOf = (urlsrc: string, ...bases: [string, string?]) =>
  findAction(parseDiscovery(small(urlsrc), ...bases), 'docx', ['edit'])?.urlsrc ?? null;

describe('D15: the discovery document of a real ONLYOFFICE', () => {
  const discovery = parseDiscovery(fixture, own);

  test('actions are found by extension; apps that are named by MIME type and have no extension are left out', () => {
    expect(new Set(discovery.actions.map(({ app }) => app))).toEqual(new Set(['Word', 'Excel', 'PowerPoint', 'Pdf']));
    expect(fixture).toContain('ext=""');
    expect(discovery.actions.every(({ ext }) => /^[a-z0-9]+$/.test(ext))).toBe(true);
  });

  test.each([
    ['docx', 'Word', 'edit', '/hosting/wopi/word/edit'],
    ['xlsx', 'Excel', 'edit', '/hosting/wopi/cell/edit'],
    ['pptx', 'PowerPoint', 'edit', '/hosting/wopi/slide/edit'],
    ['pdf', 'Pdf', 'edit', '/hosting/wopi/pdf/edit'],
    ['doc', 'Word', 'view', '/hosting/wopi/word/view'],
  ])('%s is opened in %s to %s', (ext, app, name, pathname) => {
    const action = findAction(discovery, `.${ext.toUpperCase()}`, ['edit', 'view']);
    expect(action).toMatchObject({ app, ext, name, isDefault: true });
    expect(new URL(action?.urlsrc ?? '').origin + new URL(action?.urlsrc ?? '').pathname).toBe(own + pathname);
    if (name === 'edit') expect(action?.requires).toEqual(['locks', 'update']);
  });

  test('an old format has no edit action but one that converts, with the format that comes out', () => {
    expect(findAction(discovery, 'doc', ['edit'])).toBeNull();
    expect(findAction(discovery, 'doc', ['edit', 'convert'])).toMatchObject({
      targetext: 'docx',
      requires: ['update'],
    });
  });

  test('nothing is found for an extension that it does not know, or for none', () => {
    expect(findAction(discovery, '.exe', ['view', 'edit'])).toBeNull();
    expect(findAction(discovery, '', ['view', 'edit'])).toBeNull();
  });

  test('placeholders are decoded, keys are read, icons lead to the Document Server', () => {
    expect(findAction(discovery, 'docx', ['edit'])?.urlsrc).toContain('<wopisrc=WOPI_SOURCE&>');
    expect(discovery.proofKeys?.current.asymmetricKeyDetails?.modulusLength).toBe(2048);
    expect(discovery.proofKeys?.old?.asymmetricKeyDetails?.modulusLength).toBe(2048);
    expect(discovery.favIcons.Excel).toBe(`${own}/web-apps/apps/spreadsheeteditor/main/resources/img/favicon.ico`);
  });
});

test('D15: the name of the zone does not count', () => {
  const docs = ['external-http', 'external-https', 'internal-http', 'anything'].map((zone) =>
    small(`${own}/edit?`, { zone }),
  );
  expect(docs.map((xml) => parseDiscovery(xml, own).actions.length)).toEqual([2, 2, 2, 2]);
});

describe('S07: keys', () => {
  test('a Document Server that publishes none signs nothing', () => {
    expect(parseDiscovery(fixture.replace(keyElement, ''), own).proofKeys).toBeNull();
    expect(
      parseDiscovery(small(`${own}/edit?`, { keys: '<proof-key modulus="" exponent=""/>' }), own).proofKeys,
    ).toBeNull();
  });

  test.each([
    '<proof-key/>',
    '<proof-key modulus="%%%" exponent="AQAB"/>',
    '<proof-key modulus="AQAB" exponent="AQAB"/>',
    '<proof-key modulus="AQAB"/>',
    '<proof-key exponent="AQAB"/>',
    '<proof-key value="BgIAAACkAABSU0ExAAgAAAEAAQ=="/>',
    '<proof-key oldmodulus="AQAB" oldexponent="AQAB"/>',
  ])('a key that is announced and cannot be read is never "no keys": %s', (keys) => {
    expect(() => parseDiscovery(small(`${own}/edit?`, { keys }), own)).toThrow(refused);
  });

  test('an old key that cannot be read is none; the current one still counts', () => {
    const keys = parseDiscovery(fixture.replace(/oldmodulus="[^"]*"/, 'oldmodulus="AQAB"'), own).proofKeys;
    expect(keys).toMatchObject({ old: null });
    expect(keys?.current.type).toBe('public');
  });
});

describe('S11: only URLs of the configured Document Server are kept', () => {
  test.each([
    'https://evil.example/edit?',
    'http://127.0.0.1:8001/edit?',
    'https://127.0.0.1:8000/edit?',
    'http://127.0.0.1:8000.evil.example/edit?',
    'http://127.0.0.1:8000@evil.example/edit?',
    'http://evil.example@127.0.0.1:8000/edit?',
    'http://127.0.0.1:8000',
    'http://evil.example\\@127.0.0.1:8000/edit',
    'javascript:alert(1)',
    'JavaScript://127.0.0.1:8000/%0aalert(1)',
    'data:text/html,x',
    '//127.0.0.1:8000/edit?',
    '/edit?',
    '',
  ])('%s is dropped', (urlsrc) => {
    expect(editOf(urlsrc, own)).toBeNull();
  });

  test('a document that holds nothing else is refused', () => {
    expect(() => parseDiscovery(fixture, 'https://office.example')).toThrow(refused);
  });

  test('an icon from elsewhere is dropped', () => {
    const xml = small(`${own}/edit?`).replace('<app ', '<app favIconUrl="https://evil.example/favicon.ico" ');
    expect(parseDiscovery(xml, own).favIcons).toEqual({});
  });

  test.each([
    [
      'http://ds:80/edit?<ui=UI_LLCC&>',
      'https://office.example',
      'http://ds',
      'https://office.example/edit?<ui=UI_LLCC&>',
    ],
    ['http://ds/a/edit?x', 'https://office.example/office', 'http://ds', 'https://office.example/office/a/edit?x'],
    ['http://ds:8080/in/edit?x', 'https://office.example', 'http://ds:8080/in', 'https://office.example/edit?x'],
    ['https://OFFICE.example/edit?X=Y', 'https://office.example', 'http://ds', 'https://office.example/edit?X=Y'],
    ['https://office.example/edit?', 'https://Office.Example:443', 'http://ds', 'https://office.example/edit?'],
    ['https://office.example/edit?', 'https://office.example/office', 'http://ds', 'https://office.example/edit?'],
  ])('%s is read as below %s (inside: %s)', (urlsrc, publicUrl, internalUrl, expected) => {
    const escaped = urlsrc.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    expect(editOf(escaped, publicUrl, internalUrl)).toBe(expected);
  });
});

describe('F33: what is no discovery document is refused', () => {
  test.each([
    ['nothing', ''],
    ['blanks', ' \n'],
    ['text', 'Bad Gateway'],
    ['HTML', '<!doctype html><html><head><title>502</title></head><body><h1>Bad Gateway</h1></body></html>'],
    ['JSON', '{"error":1}'],
    ['another XML', '<?xml version="1.0"?><rss/>'],
    ['no zone', '<wopi-discovery/>'],
    ['an empty zone', '<wopi-discovery><net-zone name="external-http"></net-zone></wopi-discovery>'],
    ['apps without actions', '<wopi-discovery><net-zone name="x"><app name="Word"></app></net-zone></wopi-discovery>'],
    ['an action without a URL', small('x').replace('urlsrc="x"', '')],
    ['an attribute without quotes', small('x').replace('name="Word"', 'name=Word')],
    ['crossed elements', small(`${own}/e`).replace('</app></net-zone>', '</net-zone></app>')],
  ])('%s', (_, xml) => {
    expect(() => parseDiscovery(xml, own)).toThrow(refused);
  });

  test('a document that was cut off, wherever: it might have lost its keys', () => {
    const ends = [...fixture.matchAll(/>/g)].map(({ index }) => index + 1).filter((end) => end < fixture.length);
    expect(ends.length).toBeGreaterThan(50);
    for (const end of ends) {
      expect(() => parseDiscovery(fixture.slice(0, end), own)).toThrow(refused);
      expect(() => parseDiscovery(fixture.slice(0, end + 9), own)).toThrow(refused);
    }
  });

  test('S11: document types and entities are refused, in any case of letters', () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>';
    for (const head of [laughs, laughs.toLowerCase(), '<!DOCTYPE x SYSTEM "file:///etc/passwd">', '<!ENTITY a "b">']) {
      expect(() => parseDiscovery(head + small(`${own}/edit?`), own)).toThrow(refused);
    }
  });
});
