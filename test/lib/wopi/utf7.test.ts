import fc from 'fast-check';
import { encode } from 'utf7';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { decodeUtf7, encodeUtf7 } from '@/lib/wopi/utf7';
import vectorFile from '@/test/fixtures/utf7.json';

const { vectors } = z
  .object({
    vectors: z.array(
      z.object({ name: z.string(), oo: z.string(), net: z.string(), iconv: z.string(), py: z.string() }),
    ),
  })
  .parse(vectorFile);

test.each(vectors)('B4: $name is read alike from ONLYOFFICE, .NET, iconv and Python', ({ name, ...encoded }) => {
  expect(Object.values(encoded).map(decodeUtf7)).toEqual([name, name, name, name]);
});

test('B4: the vectors are 16 names in 4 spellings, and we write them as ONLYOFFICE does', () => {
  expect(vectors).toHaveLength(16);
  expect(vectors.map(({ name }) => encodeUtf7(name))).toEqual(vectors.map(({ oo }) => oo));
});

test('S18: every well-formed name comes back from the encoder of ONLYOFFICE, and what is encoded is ASCII', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (name) => {
      expect(encode(name)).toMatch(/^[\x20-\x7e\t\r\n]*$/);
      expect(decodeUtf7(encode(name))).toBe(name);
      expect(decodeUtf7(encodeUtf7(name))).toBe(name);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['a digit too few', '+AO.docx'],
  ['one digit alone', '+A-'],
  ['left-over bits that are not zero', '+AOl-x'],
  ['a whole left-over digit', '+AOkA-x'],
  ['half a surrogate pair', '+2D0-x'],
  ['the second half alone', '+3gA-x'],
  ['halves in the wrong order', '+3gDYPQ-'],
  ['a plus sign before no digit', 'a+ b'],
  ['a plus sign at the end', 'a+'],
  ['padding', '+AA==-'],
])('S18: a broken run stays as it is written: %s', (_, written) => {
  expect(decodeUtf7(written)).toBe(written);
});

test('S18: a broken run does not spoil the runs beside it', () => {
  expect(decodeUtf7('+AOk-x+AOl-y+AOk-')).toBe('éx+AOl-yé');
});

test('S18: bytes above ASCII, digits of another base64 and percent signs are literal text', () => {
  expect(decodeUtf7('é_%2B&AOk-')).toBe('é_%2B&AOk-');
});

test('S18: hidden slashes, backslashes and NULs come out, so that the rules of names see them', () => {
  expect(decodeUtf7('..+AC8-..+AFw-x+AAA-')).toBe('../..\\x\0');
  expect(decodeUtf7('+ADw-script+AD4-')).toBe('<script>');
});

test('S18: nothing makes the decoder throw or lets half a character through', () => {
  const run = fc.string({ unit: fc.constantFrom(...'+-AaZz09/ é=2D3gx'), maxLength: 60 });
  fc.assert(
    fc.property(run, (written) => {
      expect(decodeUtf7(written).isWellFormed()).toBe(true);
    }),
    { numRuns: 3000 },
  );
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (written) => typeof decodeUtf7(written) === 'string'));
});
