import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isNameLegal, longestBase, makeNameLegal, makeNameUnique } from '@/lib/shared/file-names';
import { splitName } from '@/lib/shared/split-name';
import { withoutInvisible } from '@/lib/shared/without-invisible';
import { growthOf } from '../../growth';

const nasty = fc.constantFrom(
  ...[
    '.',
    ' ',
    '/',
    '\\',
    ':',
    '*',
    '?',
    '"',
    '<',
    '>',
    '|',
    '\0',
    '\n',
    '\u007f',
    '\u0085',
    '\u00a0',
    '\u00ad',
    '\u061c',
  ],
  ...[
    '\u200b',
    '\u200c',
    '\u200d',
    '\ufe0f',
    'ش',
    'र्',
    '❤',
    '\u200e',
    '\u202e',
    '\u2028',
    '\u2066',
    '\u2069',
    '\ufeff',
    '\ud83d',
    '\ude00',
    '😀',
    '👩‍👩‍👧',
    'é',
    'e\u0301',
  ],
  ...[
    '\u0301',
    'con',
    'NUL',
    'com1',
    '.docx',
    '.exe',
    'ﬁ',
    'İ',
    'ß',
    '日本',
    'a',
    '%',
    "'",
    '-',
    '~',
    '\u212b',
    '\u1100',
    '\u1161',
  ],
);
const anyName = fc.oneof(
  fc.array(nasty, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(nasty, { minLength: 60, maxLength: 400 }).map((parts) => parts.join('')),
);

describe('S20: whatever a name is made of', () => {
  const always = (rule: (legal: string, name: string) => void) =>
    fc.assert(
      fc.property(anyName, (name) => rule(makeNameLegal(name), name)),
      { numRuns: 3000 },
    );

  test('made legal it is legal, and making it legal again changes nothing', () => {
    always((legal) => {
      expect(makeNameLegal(legal)).toBe(legal);
      expect(isNameLegal(legal)).toBe(true);
    });
  });

  test('it is never empty, and nothing in it is a path, a control, or a character that turns or hides text', () => {
    always((legal) => {
      expect(legal).not.toBe('');
      expect(legal).not.toMatch(/[/\\:*?"<>|]/);
      expect(legal).not.toMatch(/[\p{Cc}\p{Cs}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u);
      // A joiner belongs to a letter of a writing system that is joined, or stands between two pictures.
      expect(legal).not.toMatch(/(?<!\p{L}\p{M}*)\u200c|(?<!\p{L}\p{M}*|\p{Emoji}\p{M}*)\u200d|[a-z][\u200c\u200d]/iu);
      expect(legal.normalize('NFC')).toBe(legal);
    });
  });

  test('it neither starts nor ends with a blank, and ends with no period, its base neither', () => {
    always((legal) => {
      expect(legal).not.toMatch(/^\s|[\s.]$/u);
      expect(splitName(legal).base).not.toMatch(/\s$|[^.]\.+$/u);
    });
  });

  test('its base has 250 UTF-16 units at most, and it is no device of Windows', () => {
    always((legal) => {
      expect(splitName(legal).base.length).toBeLessThanOrEqual(longestBase);
      expect(legal).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\s*(\.|$)/iu);
    });
  });

  test('its extension stays behind anything that is seen', () => {
    const extension = fc.constantFrom('.docx', '.XLSX', '.pptx', '.pdf', '.tar', '.ü');
    fc.assert(
      fc.property(anyName, extension, (base, ext) => {
        fc.pre(withoutInvisible(base).trim() !== '');
        expect(splitName(makeNameLegal(base + ext)).extension).toBe(ext);
      }),
      { numRuns: 3000 },
    );
  });

  test('each try at a free name is legal, another one, and keeps the extension', () => {
    fc.assert(
      fc.property(anyName, fc.integer({ min: 1, max: 99_999 }), (name, n) => {
        const legal = makeNameLegal(name);
        const unique = makeNameUnique(legal, n);
        expect(isNameLegal(unique)).toBe(true);
        expect(unique).not.toBe(legal);
        expect(makeNameUnique(legal, 0)).toBe(legal);
        if (splitName(legal).extension !== '') expect(splitName(unique).extension).toBe(splitName(legal).extension);
        expect(splitName(unique).base.endsWith(` (${n})`)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('S20: hostile names', () => {
  test.each([
    ['', 'Untitled'],
    [' ', 'Untitled'],
    ['.', 'Untitled'],
    ['..', 'Untitled'],
    ['...', 'Untitled'],
    ['\u200b', 'Untitled'],
    ['\0', 'Untitled'],
    ['.docx', '.docx'],
    [' .docx', '.docx'],
    ['\u200b.docx', '.docx'],
    ['\u202e.docx', '.docx'],
    ['..docx', '..docx'],
    ['. .docx', 'Untitled.docx'],
    ['../../etc/passwd', '.._._etc_passwd'],
    ['../etc', '.._etc'],
    ['./etc', '._etc'],
    ['..\\..\\boot.ini', '.._.._boot.ini'],
    ['/etc/passwd', '_etc_passwd'],
    ['C:\\a.docx', 'C__a.docx'],
    ['a/b.docx', 'a_b.docx'],
    ['a\0b.docx', 'ab.docx'],
    ['a\r\nSet-Cookie: x.docx', 'aSet-Cookie_ x.docx'],
    ['<script>.docx', '_script_.docx'],
    ['"a".docx', '_a_.docx'],
    ['a?b*c|d.docx', 'a_b_c_d.docx'],
    ['CON', '_CON'],
    ['con.docx', '_con.docx'],
    ['con .docx', '_con.docx'],
    ['con..docx', '_con.docx'],
    ['con.x.docx', '_con.x.docx'],
    ['NUL.txt', '_NUL.txt'],
    ['aux', '_aux'],
    ['COM1.xlsx', '_COM1.xlsx'],
    ['lpt9', '_lpt9'],
    ['com¹.docx', '_com¹.docx'],
    ['c\u200bon.docx', '_con.docx'],
    ['contract.docx', 'contract.docx'],
    ['console', 'console'],
    ['com10.docx', 'com10.docx'],
    ['a.docx.', 'a.docx'],
    ['a.docx ', 'a.docx'],
    ['a.docx . .', 'a.docx'],
    [' a.docx', 'a.docx'],
    ['a .docx', 'a.docx'],
    ['a..docx', 'a.docx'],
    ['\u00a0a.docx\u3000', 'a.docx'],
    ['invoice\u202excod.exe', 'invoicexcod.exe'],
    ['a\u2066b\u2069.docx', 'ab.docx'],
    ['a\u200d\ufeff\u00adb.docx', 'ab.docx'],
    ['a\u2028b\u2029.docx', 'ab.docx'],
    ['a\ud83d.docx', 'a.docx'],
    ['\ude00a.docx', 'a.docx'],
    ['e\u0301.docx', 'é.docx'],
    ['e\u200b\u0301.docx', 'é.docx'],
    ['A\u030a.docx', 'Å.docx'],
    ['a.docx.exe', 'a.docx.exe'],
    ['archive.tar.gz', 'archive.tar.gz'],
    ['-rf.docx', '-rf.docx'],
    ['~$lock.docx', '~$lock.docx'],
    ['100% [ok] {1} & ~x.xlsx', '100% [ok] {1} & ~x.xlsx'],
    ["O'Brien; DROP TABLE.docx", "O'Brien; DROP TABLE.docx"],
    ['日本語.xlsx', '日本語.xlsx'],
    ['عقد.docx', 'عقد.docx'],
    ['emoji😀.pptx', 'emoji😀.pptx'],
    ['Brief an Müller', 'Brief an Müller'],
    ['no extension.', 'no extension'],
    ['v1.2 final', 'v1.2 final'],
  ])('%j becomes %j', (name, legal) => {
    expect(makeNameLegal(name)).toBe(legal);
    expect(isNameLegal(name)).toBe(name === legal);
  });

  test.each([
    '.gitignore',
    '.env',
    '.htaccess',
    '.DS_Store',
    '.env.local',
    '.config',
    '..profile',
    '...and justice.md',
  ])('%j keeps the period that it begins with', (name) => {
    expect(isNameLegal(name)).toBe(true);
    expect(makeNameUnique(name, 1)).toMatch(/^\.+[^.]+.* \(1\)|^\. \(1\)/);
  });

  test('530 characters, as the WOPI validator sends, are cut to 250 with their extension', () => {
    expect(makeNameLegal(`${'a'.repeat(530)}.wopitest`)).toBe(`${'a'.repeat(250)}.wopitest`);
    expect(isNameLegal(`${'a'.repeat(251)}.docx`)).toBe(false);
    expect(isNameLegal(`${'a'.repeat(250)}.docx`)).toBe(true);
  });

  test('a cut never leaves half a character or half a flag behind', () => {
    expect(makeNameLegal(`${'a'.repeat(249)}😀.docx`)).toBe(`${'a'.repeat(249)}.docx`);
    expect(makeNameLegal(`${'a'.repeat(247)}🇩🇪.docx`)).toBe(`${'a'.repeat(247)}.docx`);
    expect(makeNameLegal(`e${'\u0327\u0301'.repeat(200)}.docx`).isWellFormed()).toBe(true);
  });

  test('a cut that ends at a blank leaves none behind, and what comes to light there is no new beginning', () => {
    expect(makeNameLegal(`${'a'.repeat(249)} b.docx`)).toBe(`${'a'.repeat(249)}.docx`);
    const cutIntoExtension = `${'a'.repeat(239)} .${'x'.repeat(30)}`;
    expect(makeNameLegal(makeNameLegal(cutIntoExtension))).toBe(makeNameLegal(cutIntoExtension));
  });

  test('a name of any length keeps its beginning and its extension, whatever is between', () => {
    const legal = `${'ᾂ'.repeat(250)}.docx`;
    expect(
      makeNameLegal(`${'\u200b'.repeat(5_000)} ${'ᾂ'.normalize('NFD').repeat(5_000)}.docx${' .'.repeat(5_000)}`),
    ).toBe(legal);
    expect(makeNameLegal(`a${' '.repeat(5_000)}b.docx`)).toBe('a.docx');
  });

  test('a name of marks in the wrong order takes longer in proportion to its length only', () => {
    const marks = (size: number) => `a${'\u0345'.repeat(size)}${'\u0334'.repeat(size)}.docx`;
    expect(growthOf((size) => makeNameLegal(marks(size)), 5_000)).toBeLessThan(9);
  });

  test('a name of blanks and periods takes longer in proportion to its length only', () => {
    expect(growthOf((size) => makeNameLegal(`a${' .'.repeat(size)}b.docx`), 10_000)).toBeLessThan(9);
  });
});

test.each([
  ['a.docx', 1, 'a (1).docx'],
  ['a.docx', 12, 'a (12).docx'],
  ['a (1).docx', 1, 'a (1) (1).docx'],
  ['a', 1, 'a (1)'],
  ['archive.tar.gz', 2, 'archive.tar (2).gz'],
  [`${'a'.repeat(250)}.docx`, 10, `${'a'.repeat(245)} (10).docx`],
  [`${'a'.repeat(245)} b.docx`, 100, `${'a'.repeat(244)} (100).docx`],
])('%s is tried as its number %i', (name, n, unique) => {
  expect(makeNameUnique(name, n)).toBe(unique);
});

test.each([
  ['a.docx', 'a', '.docx'],
  ['.docx', '.docx', ''],
  ['a.', 'a.', ''],
  ['a', 'a', ''],
  ['', '', ''],
  ['a.b.c', 'a.b', '.c'],
  ['v1.2 final', 'v1.2 final', ''],
  [`a.${'x'.repeat(19)}`, 'a', `.${'x'.repeat(19)}`],
  [`a.${'x'.repeat(20)}`, `a.${'x'.repeat(20)}`, ''],
])('%j has the base %j and the extension %j', (name, base, extension) => {
  expect(splitName(name)).toEqual({ base, extension });
});
