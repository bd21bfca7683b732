import { expect, test } from 'vitest';
import { nextIndex } from '@/app/(portal)/_list/next-index';

const table = (at: number) => ({ at, count: 5, columns: 1, isGrid: false });
const tiles = (at: number) => ({ at, count: 5, columns: 3, isGrid: true });

test.each([
  ['ArrowDown', 1, 2],
  ['ArrowUp', 1, 0],
  ['ArrowDown', 4, 4],
  ['ArrowUp', 0, 0],
  ['Home', 3, 0],
  ['End', 1, 4],
])('in a table %s leads from %i to %i', (key, from, to) => {
  expect(nextIndex(key, table(from))).toBe(to);
});

test.each([
  ['ArrowDown', 1, 4],
  ['ArrowDown', 2, 4],
  ['ArrowUp', 4, 1],
  ['ArrowUp', 1, 0],
  ['ArrowRight', 2, 3],
  ['ArrowLeft', 3, 2],
  ['ArrowRight', 4, 4],
])('among tiles %s leads from %i to %i', (key, from, to) => {
  expect(nextIndex(key, tiles(from))).toBe(to);
});

test('from outside of the list an arrow leads to its first name, Home and End do not', () => {
  expect(nextIndex('ArrowDown', table(-1))).toBe(0);
  expect(nextIndex('ArrowUp', table(-1))).toBe(0);
  expect(nextIndex('Home', table(-1))).toBeNull();
  expect(nextIndex('End', table(-1))).toBeNull();
});

test('sideways is nothing in a table, other keys are nothing anywhere, and an empty list has nothing to go to', () => {
  expect(nextIndex('ArrowRight', table(1))).toBeNull();
  expect(nextIndex('Enter', tiles(1))).toBeNull();
  expect(nextIndex('ArrowDown', { ...table(-1), count: 0 })).toBeNull();
});
