import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeUtf7 } from '@/app/built-in/_wopi/encode-utf7';
import { decodeUtf7 } from '@/lib/wopi/utf7';

test.each(['Letter.md', 'a+b', '+', 'Grüße 2.txt', '日本語😀.md', '', '~\\{}|"<>@&*', 'a - b'])(
  'the host reads the name %j as it was meant',
  (name) => {
    expect(decodeUtf7(encodeUtf7(name))).toBe(name);
  },
);

test('every well-formed name arrives, and what is sent is ASCII', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
      const sent = encodeUtf7(name);
      expect(sent).toMatch(/^[\x20-\x7e]*$/);
      expect(decodeUtf7(sent)).toBe(name);
    }),
  );
});
