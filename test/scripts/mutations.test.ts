import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { allMutations } from '@/scripts/mutations/all-mutations';
import { readSource, root } from '../source-tree';

describe('the list of mutations', () => {
  test('names each broken rule once, at least 60 of them', () => {
    const rules = allMutations.map(({ breaks }) => breaks);
    expect(new Set(rules).size).toBe(rules.length);
    expect(rules.length).toBeGreaterThanOrEqual(60);
  });

  test.each(allMutations.map((mutation) => [mutation.breaks, mutation] as const))('%s', (_, mutation) => {
    const { file, from, to, tests } = mutation;
    expect(readSource(file).split(from).length - 1, `${file} has it once`).toBe(1);
    expect(to).not.toBe(from);
    expect(tests.length).toBeGreaterThan(0);
    expect(tests.filter((each) => !existsSync(path.join(root, each)))).toEqual([]);
  });
});
