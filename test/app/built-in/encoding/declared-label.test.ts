import { describe, expect, test } from 'vitest';
import type { Encoding } from '@/app/built-in/_encoding/encodings';
import { likelyEncodings } from '@/app/built-in/_encoding/read-text';
import { inEncoding, joined, read } from './read';

describe('what a text declares goes before a guess', () => {
  const cyrillic = [...inEncoding('windows-1251')];
  test.each<[string, string, string, Encoding]>([
    ['XML', 'a.xml', '<?xml version="1.0" encoding="windows-1251"?>', 'windows-1251'],
    ['XML under another name', 'a.txt', "<?xml version='1.0' encoding='cp1251' ?>", 'windows-1251'],
    ['HTML', 'a.html', '<!doctype html><META Charset=Windows-1251>', 'windows-1251'],
    ['HTML of old', 'a.HTM', '<meta http-equiv=Content-Type content="text/html; charset=koi8-r">', 'koi8-r'],
    ['CSS', 'a.css', '@charset "windows-1251";', 'windows-1251'],
    ['Python', 'a.py', '#!/usr/bin/python\n# -*- coding: cp1251 -*-', 'windows-1251'],
    ['a code page of DOS', 'a.xml', '<?xml version="1.0" encoding="IBM850"?>', 'ibm850'],
    ['Latin-1, with bytes that it has', 'a.xml', '<?xml version="1.0" encoding="ISO-8859-1"?>', 'iso-8859-1'],
    ['Latin-1 in HTML, as browsers read it', 'a.html', '<meta charset="iso-8859-1">', 'windows-1252'],
  ])('%s', async (_, name, declaration, encoding) => {
    const bytes = joined(`${declaration}\n`, [0xe0, 0xe1, 0xe2, 0xff]);
    expect(await read(bytes, name)).toMatchObject({ format: { encoding }, evidence: 'declared', isSure: true });
  });

  test('in a file that is ASCII so far too: what is added is written so', async () => {
    const { source, isSure } = await read(joined('<?xml version="1.0" encoding="windows-1251"?>\n'), 'a.xml');
    expect([source.encoding, isSure]).toEqual(['windows-1251', true]);
  });

  test.each([
    ['a name that nobody knows', 'a.xml', '<?xml version="1.0" encoding="x-nothing"?>'],
    ['UTF-16 in a text that is none', 'a.html', '<meta charset="utf-16">'],
    ['HTML that a text speaks of', 'a.md', 'write <meta charset="koi8-r"> there'],
  ])('but not %s', async (_, name, declaration) => {
    expect(await read(joined(declaration, '\n', cyrillic), name)).toMatchObject({ evidence: 'guess' });
  });

  test('a declaration that the bytes speak against is asked about', async () => {
    const utf8 = joined('<meta charset="windows-1251">\n<p>Бумага</p>\n');
    expect(await read(utf8, 'a.html')).toMatchObject({ format: { encoding: 'windows-1251' }, isSure: false });
    expect(await likelyEncodings(utf8, 'a.html')).toContain('utf-8');
    const other = joined('<meta charset="utf-8">\n', cyrillic);
    expect(await read(other, 'a.html')).toMatchObject({ format: { encoding: 'utf-8' }, isSure: false });
    expect(await likelyEncodings(other, 'a.html')).toContain('windows-1251');
  });
});
