import { describe, expect, test } from 'vitest';
import { extended, kept, nothing, type Selection, toggled } from '@/app/(portal)/_list/selection';

const order = ['a', 'b', 'c', 'd', 'e'];
const of = (selection: Selection) => [...selection.ids].sort().join('');

test('a box chooses one more, or no longer', () => {
  const both = toggled(toggled(nothing, 'a'), 'c');
  expect(of(both)).toBe('ac');
  expect(of(toggled(both, 'a'))).toBe('c');
});

describe('Shift chooses a range', () => {
  test('from the item that was chosen last, in either direction, in place of what was chosen before', () => {
    expect(of(extended(toggled(nothing, 'b'), order, 'd'))).toBe('bcd');
    expect(of(extended(toggled(nothing, 'd'), order, 'b'))).toBe('bcd');
    expect(of(extended(toggled(toggled(nothing, 'a'), 'c'), order, 'd'))).toBe('cd');
  });

  test('and another one from the same item, without what the first reached', () => {
    const first = extended(toggled(nothing, 'b'), order, 'e');
    expect(of(extended(first, order, 'a'))).toBe('ab');
  });

  test('of one item where nothing was chosen, and the next range begins there', () => {
    const one = extended(nothing, order, 'c');
    expect(of(one)).toBe('c');
    expect(of(extended(one, order, 'e'))).toBe('cde');
  });

  test('which begins anew where the item has gone from the list, and stays as it is when its end has', () => {
    expect(of(extended(toggled(nothing, 'gone'), order, 'c'))).toBe('c');
    expect(of(extended(toggled(nothing, 'b'), order, 'gone'))).toBe('b');
  });
});

test('what has gone from the list is not chosen any more, and no range begins there', () => {
  const all = extended(toggled(nothing, 'a'), order, 'c');
  expect(of(kept(all, ['b', 'c', 'd']))).toBe('bc');
  expect(kept(all, ['b', 'c']).anchor).toBeNull();
  expect(kept(all, ['a', 'b']).anchor).toBe('a');
  expect(kept(all, order)).toBe(all);
});
