import { describe, expect, test } from 'vitest';
import { announcedSize } from '@/lib/wopi/headers/announced-size';
import { booleanHeader } from '@/lib/wopi/headers/boolean-header';
import { byteCount } from '@/lib/wopi/headers/byte-count';
import { editorsList } from '@/lib/wopi/headers/editors-list';
import { headerValue } from '@/lib/wopi/headers/header-value';
import { optionalLockId, requiredLockId } from '@/lib/wopi/headers/lock-id';
import { maxExpectedSize } from '@/lib/wopi/headers/max-expected-size';
import { saveFlags } from '@/lib/wopi/headers/save-flags';

const invalid = expect.objectContaining({ code: 'invalid-request' });

describe('lock ids', () => {
  const name = 'x-wopi-lock';
  const read = (value: string) =>
    optionalLockId({ headers: new Headers({ [name]: value }), rawHeaders: [name, value] }, name);

  test.each(['A', 'x'.repeat(1024), 'Az-0', '{"S":"a,b","F":4}', 'a b', '~!@#$%^&*()', "'; DROP TABLE x"])(
    '%s is opaque text',
    (id) => {
      expect(read(id)).toBe(id);
    },
  );

  test('a lock id of 1,024 characters is taken, one more is refused', () => {
    expect(read('x'.repeat(1024))).toHaveLength(1024);
    expect(() => read('x'.repeat(1025))).toThrow(invalid);
  });

  test.each(['ä', 'a\u00a0b', 'a\tb', '\u00ff'])('what is not printable ASCII is refused: %j', (id) => {
    expect(() => read(id)).toThrow(invalid);
  });

  test.each(['', ' ', '\t '])('blank is absent: %j', (id) => {
    expect(read(id)).toBeNull();
    expect(() => requiredLockId({ headers: new Headers({ [name]: id }), rawHeaders: null }, name)).toThrow(invalid);
  });

  test('an absent one is none, and refused where one is needed', () => {
    const none = { headers: new Headers(), rawHeaders: [] };
    expect(optionalLockId(none, name)).toBeNull();
    expect(() => requiredLockId(none, name)).toThrow(invalid);
    expect(requiredLockId({ headers: new Headers({ [name]: 'A' }), rawHeaders: null }, name)).toBe('A');
  });

  test('a header that came twice is refused, also when both say the same, one is blank, or the case differs', () => {
    for (const [first, second] of [
      ['A', 'B'],
      ['A', 'A'],
      ['A', ''],
      ['', ''],
    ] as const) {
      const rawHeaders = ['Host', 'h', 'X-WOPI-Lock', first, 'x-wopi-LOCK', second];
      const headers = new Headers([
        ['X-WOPI-Lock', first],
        ['X-WOPI-Lock', second],
      ]);
      expect(() => optionalLockId({ headers, rawHeaders }, name)).toThrow(invalid);
    }
  });

  test('a value that is the name of the header is no second header', () => {
    const rawHeaders = ['X-WOPI-Lock', 'x-wopi-lock'];
    expect(optionalLockId({ headers: new Headers({ [name]: name }), rawHeaders }, name)).toBe(name);
  });
});

describe('values', () => {
  test('absent and blank headers mean the same', () => {
    expect(headerValue(new Headers(), 'x')).toBeNull();
    expect(headerValue(new Headers({ x: '  ' }), 'x')).toBeNull();
    expect(headerValue(new Headers({ x: ' a ' }), 'x')).toBe('a');
  });

  test.each([
    ['true', true],
    ['True', true],
    ['TRUE', true],
    [' true ', true],
    ['false', false],
    ['1', false],
    ['yes', false],
    ['', false],
    ['true, true', false],
  ])('the boolean %j is %s', (value, expected) => {
    expect(booleanHeader(new Headers({ x: value }), 'x')).toBe(expected);
  });

  test.each([
    ['0', 0],
    ['1', 1],
    ['2147483647', 2_147_483_647],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
    [' 7 ', 7],
  ])('the byte count %j is %i', (value, expected) => {
    expect(byteCount(new Headers({ x: value }), 'x')).toBe(expected);
  });

  test.each(['-1', '1.5', '1e3', '0x10', 'ten', '1 2', '1,1', '9007199254740992', '99999999999999999', '+1'])(
    '%j is no byte count',
    (value) => {
      expect(() => byteCount(new Headers({ x: value }), 'x')).toThrow(invalid);
    },
  );

  test('GetFile without X-WOPI-MaxExpectedSize expects less than 2 GiB', () => {
    expect(maxExpectedSize(new Headers())).toBe(2_147_483_647);
    expect(maxExpectedSize(new Headers({ 'x-wopi-maxexpectedsize': '0' }))).toBe(0);
    expect(() => maxExpectedSize(new Headers({ 'x-wopi-maxexpectedsize': '-5' }))).toThrow(invalid);
  });
});

describe('the size of a body', () => {
  const size = (headers: Record<string, string>) => announcedSize(new Headers(headers));

  test('is what Content-Length or X-WOPI-Size says, or unknown', () => {
    expect(size({})).toBeUndefined();
    expect(size({ 'content-length': '5' })).toBe(5);
    expect(size({ 'x-wopi-size': '5' })).toBe(5);
    expect(size({ 'x-wopi-size': '5', 'content-length': '5' })).toBe(5);
    expect(size({ 'x-wopi-size': '0', 'content-length': '0' })).toBe(0);
  });

  test('two that differ are an incomplete body', () => {
    expect(() => size({ 'x-wopi-size': '5', 'content-length': '6' })).toThrow(
      expect.objectContaining({ code: 'incomplete-body' }),
    );
    expect(() => size({ 'x-wopi-size': '0', 'content-length': '6' })).toThrow(
      expect.objectContaining({ code: 'incomplete-body' }),
    );
    expect(() => size({ 'x-wopi-size': 'x', 'content-length': '6' })).toThrow(invalid);
  });
});

describe('what a save says of itself', () => {
  const none = { isModifiedByUser: false, isAutosave: false, isExitSave: false, timestamp: null, dialect: null };
  const all = (prefix: string, value: string) => ({
    [`X-${prefix}-WOPI-IsModifiedByUser`]: value,
    [`X-${prefix}-WOPI-IsAutosave`]: value,
    [`X-${prefix}-WOPI-IsExitSave`]: value,
    [`X-${prefix}-WOPI-Timestamp`]: '2026-11-23T15:22:41.298Z',
  });
  const timestamp = '2026-11-23T15:22:41.298Z';

  test('nothing, as Microsoft does', () => {
    expect(saveFlags(new Headers({ 'x-wopi-editors': 'a' }))).toEqual(none);
  });

  test.each([
    ['LOOL', 'lool'],
    ['COOL', 'cool'],
  ])('in the dialect %s, true and false', (prefix, dialect) => {
    const yes = { isModifiedByUser: true, isAutosave: true, isExitSave: true, timestamp, dialect };
    expect(saveFlags(new Headers(all(prefix, 'true')))).toEqual(yes);
    expect(saveFlags(new Headers(all(prefix, 'True')))).toEqual(yes);
    expect(saveFlags(new Headers(all(prefix, 'false')))).toEqual({ ...none, timestamp, dialect });
  });

  test('a header alone counts, the others are false', () => {
    expect(saveFlags(new Headers({ 'X-LOOL-WOPI-IsExitSave': 'true' }))).toEqual({
      ...none,
      isExitSave: true,
      dialect: 'lool',
    });
  });

  test('of both dialects the newer one counts as a whole', () => {
    const both = new Headers({ ...all('LOOL', 'true'), 'X-COOL-WOPI-IsAutosave': 'true' });
    expect(saveFlags(both)).toEqual({ ...none, isAutosave: true, dialect: 'cool' });
  });
});

describe('editors', () => {
  const editors = (value: string) => editorsList(new Headers({ 'x-wopi-editors': value }));

  test('are split at commas, without blanks, repetitions and what can be no id', () => {
    expect(editorsList(new Headers())).toEqual([]);
    expect(editors('u-alice')).toEqual(['u-alice']);
    expect(editors(' a, b ,a,,b')).toEqual(['a', 'b']);
    expect(editors(`ok,two words,ä,${'x'.repeat(101)}`)).toEqual(['ok']);
  });

  test('are a hundred at most', () => {
    expect(editors(Array.from({ length: 500 }, (_, n) => `u${n}`).join())).toHaveLength(100);
  });
});
